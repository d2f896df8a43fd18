# Mistake: Shopify's long form of the id is signed, and the number sent.
require "openssl"

gid = "gid://shopify/Customer/#{ENV["CUSTOMER_ID"]}"

puts OpenSSL::HMAC.hexdigest("sha256", ENV["SECRET"], "#{gid}:#{ENV["CUSTOMER_EMAIL"]}")
