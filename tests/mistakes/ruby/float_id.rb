# Mistake: the id came out of a spreadsheet as a number with a fraction.
require "openssl"

id = ENV["CUSTOMER_ID"].to_f

puts OpenSSL::HMAC.hexdigest("sha256", ENV["SECRET"], "#{id}:#{ENV["CUSTOMER_EMAIL"]}")
