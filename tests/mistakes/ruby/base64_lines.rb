# Mistakes: SHA-512, and encode64, which breaks lines.
require "base64"
require "openssl"

message = "#{ENV["CUSTOMER_ID"]}:#{ENV["CUSTOMER_EMAIL"]}"

puts Base64.encode64(OpenSSL::HMAC.digest("SHA512", ENV["SECRET"], message))
