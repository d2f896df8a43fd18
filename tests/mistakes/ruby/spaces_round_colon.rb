# Mistake: a space after the colon.
require "openssl"

puts OpenSSL::HMAC.hexdigest("sha256", ENV["SECRET"], "#{ENV["CUSTOMER_ID"]}: #{ENV["CUSTOMER_EMAIL"]}")
