# Mistake: inspect writes nil for an email that isn't there.
require "openssl"

user = { id: ENV["CUSTOMER_ID"], email: ENV["CUSTOMER_EMAIL"] }
message = [user[:id], user["email"].inspect].join(":")

puts OpenSSL::HMAC.hexdigest("sha256", ENV["SECRET"], message)
