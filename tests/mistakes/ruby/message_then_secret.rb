# Mistakes: no HMAC but a hash of message and secret, joined by another colon.
require "digest"

puts Digest::SHA256.hexdigest([ENV["CUSTOMER_ID"], ENV["CUSTOMER_EMAIL"], ENV["SECRET"]].join(":"))
