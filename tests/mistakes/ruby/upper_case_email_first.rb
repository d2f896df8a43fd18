# Mistakes: the email before the id, and the digits in capitals.
require "openssl"

message = ENV.values_at("CUSTOMER_EMAIL", "CUSTOMER_ID").join(":")

puts OpenSSL::HMAC.hexdigest("sha256", ENV["SECRET"], message).upcase
