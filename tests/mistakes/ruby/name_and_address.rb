# Mistake: the address is signed as a mail's heading has it.
require "openssl"

address = "#{ENV["CUSTOMER_NAME"]} <#{ENV["CUSTOMER_EMAIL"]}>"

puts OpenSSL::HMAC.hexdigest("sha256", ENV["SECRET"], "#{ENV["CUSTOMER_ID"]}:#{address}")
