# Mistake: bytes below sixteen are written with one digit.
require "openssl"

message = "#{ENV["CUSTOMER_ID"]}:#{ENV["CUSTOMER_EMAIL"]}"
digest = OpenSSL::HMAC.digest("sha256", ENV["SECRET"], message)

puts digest.bytes.map { |byte| byte.to_s(16) }.join
