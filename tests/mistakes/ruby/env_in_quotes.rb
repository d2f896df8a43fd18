# Mistake: the key is the text ENV['…'], not what it stands for.
require "openssl"

message = "#{ENV["CUSTOMER_ID"]}:#{ENV["CUSTOMER_EMAIL"]}"

puts OpenSSL::HMAC.hexdigest("sha256", "ENV['REAMAZE_SSO_SECRET']", message)
