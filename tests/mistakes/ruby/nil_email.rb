# Mistake: there is no such key in the hash, and nil is nothing in a string.
require "openssl"

user = { id: ENV["CUSTOMER_ID"], email: ENV["CUSTOMER_EMAIL"] }

puts OpenSSL::HMAC.hexdigest("sha256", ENV["SECRET"], "#{user[:id]}:#{user["email"]}")
