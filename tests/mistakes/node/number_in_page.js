// Mistake: the id stands in the page as a number, and browsers round numbers of this size.
const crypto = require('crypto');
const { SECRET, CUSTOMER_ID: id, CUSTOMER_EMAIL: email } = process.env;

const authkey = crypto.createHmac('sha256', SECRET).update(`${id}:${email}`).digest('hex');
console.log(`<script>
  var _support = _support || {};
  _support['account'] = 'acme';
  _support['user'] = { id: ${id}, email: ${JSON.stringify(email)}, authkey: "${authkey}" };
</script>`);
