# Mistake: the id is signed as Shopify's Storefront API gave it, in Base64.
require "base64"
require "openssl"

gid = Base64.strict_encode64("gid://shopify/Customer/#{ENV["CUSTOMER_ID"]}")

puts OpenSSL::HMAC.hexdigest("sha256", ENV["SECRET"], "#{gid}:#{ENV["CUSTOMER_EMAIL"]}")
