# Mistake: the email is escaped for HTML before it is signed.
require "cgi"
require "openssl"

email = CGI.escapeHTML(ENV["CUSTOMER_EMAIL"])

puts OpenSSL::HMAC.hexdigest("sha256", ENV["SECRET"], "#{ENV["CUSTOMER_ID"]}:#{email}")
