# Mistake: unpack gives an array, and its brackets and quotes are printed too.
require "openssl"

message = "#{ENV["CUSTOMER_ID"]}:#{ENV["CUSTOMER_EMAIL"]}"
digest = OpenSSL::HMAC.digest("sha256", ENV["SECRET"], message)

puts "#{digest.unpack("H*")}"
