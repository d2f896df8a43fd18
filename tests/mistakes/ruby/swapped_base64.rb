# Mistakes: key and message swapped, and the digest in Base64.
require "base64"
require "openssl"

message = "#{ENV["CUSTOMER_ID"]}:#{ENV["CUSTOMER_EMAIL"]}"

puts Base64.strict_encode64(OpenSSL::HMAC.digest("SHA256", message, ENV["SECRET"]))
