// Mistake: CryptoJS's result is an object, and goes into the page as one.
const CryptoJS = require('crypto-js');
const { SECRET, CUSTOMER_ID: id, CUSTOMER_EMAIL: email } = process.env;

const authkey = CryptoJS.HmacSHA256(`${id}:${email}`, SECRET);
const { words, sigBytes } = authkey;
console.log(`<script>
  var _support = _support || {};
  _support['account'] = 'acme';
  _support['user'] = ${JSON.stringify({ id, email, authkey: { words, sigBytes } })};
</script>`);
