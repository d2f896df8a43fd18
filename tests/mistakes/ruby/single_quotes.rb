# Mistake: single quotes, in which Ruby puts no values in.
require "openssl"

User = Struct.new(:id, :email)
user = User.new(ENV["CUSTOMER_ID"], ENV["CUSTOMER_EMAIL"])

puts OpenSSL::HMAC.hexdigest("sha256", ENV["SECRET"], '#{user.id}:#{user.email}')
