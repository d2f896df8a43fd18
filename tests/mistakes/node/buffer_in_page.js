// Mistake: digest() without 'hex' gives a Buffer, which JSON writes as a list of its bytes.
const crypto = require('crypto');
const { SECRET, CUSTOMER_ID: id, CUSTOMER_EMAIL: email } = process.env;

const authkey = crypto.createHmac('sha256', SECRET).update(`${id}:${email}`).digest();
console.log(`<script>
  var _support = _support || {};
  _support.account = 'acme';
  _support.user = ${JSON.stringify({ id, email, authkey })};
</script>`);
