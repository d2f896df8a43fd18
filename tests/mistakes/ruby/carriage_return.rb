# Mistake: the file was saved on Windows, and only the line feed is taken off the secret.
require "openssl"

secret = File.binread(ENV["SECRET_FILE"]).split("\n").first
message = "#{ENV["CUSTOMER_ID"]}:#{ENV["CUSTOMER_EMAIL"]}"

puts OpenSSL::HMAC.hexdigest("sha256", secret, message)
