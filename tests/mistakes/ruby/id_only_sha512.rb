# Mistakes: only the id, and SHA-512.
require "openssl"

puts OpenSSL::HMAC.hexdigest("sha512", ENV["SECRET"], ENV["CUSTOMER_ID"])
