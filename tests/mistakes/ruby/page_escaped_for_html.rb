# Mistake: ERB's h inside a script, where nothing undoes it: the signed email is the raw one.
require "erb"
require "openssl"
include ERB::Util

id, email = ENV.values_at("CUSTOMER_ID", "CUSTOMER_EMAIL")
authkey = OpenSSL::HMAC.hexdigest("sha256", ENV["SECRET"], "#{id}:#{email}")

puts ERB.new(<<~PAGE).result(binding)
  <script type="text/javascript">
    var _support = _support || {'ui': {}, 'user': {}};
    _support['account'] = 'acme';
    _support['user'] = {
      id: '<%= h id %>',
      email: '<%= h email %>',
      authkey: '<%= h authkey %>'
    };
  </script>
PAGE
