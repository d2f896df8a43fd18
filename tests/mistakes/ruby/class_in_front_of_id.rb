# Mistake: the id is signed with a prefix that keeps users and guests apart, and sent without.
require "openssl"

puts OpenSSL::HMAC.hexdigest("sha256", ENV["SECRET"], "user_#{ENV["CUSTOMER_ID"]}:#{ENV["CUSTOMER_EMAIL"]}")
