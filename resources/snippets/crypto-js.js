const CryptoJS = require('crypto-js');

const text = (value) => Buffer.from(String(value ?? '')).toString();

// Print reamazeUser(customer) in the page as it is; replace customer with yours, or null.
// The secret is set as REAMAZE_SSO_SECRET in the server's environment: never run this in a browser.
function reamazeUser(customer) {
  const secret = process.env.REAMAZE_SSO_SECRET;
  if (!secret || !customer?.id || !customer.email) return '';

  const phone = text(customer.phone);
  const user = {
    id: text(customer.id),
    email: text(customer.email),
    name: text(customer.name) || undefined,
    phone: /^\+[1-9][0-9]{1,14}$/.test(phone) ? phone : undefined,
    avatar: text(customer.avatar) || undefined,
  };
  user.authkey = CryptoJS.HmacSHA256(`${user.id}:${user.email}`, secret).toString();
  // user.data = { 'Total spent': text(customer.total) }; // shown beside conversations
  const json = JSON.stringify(user).replace(
    /[<>&\u2028\u2029]/g,
    (character) => '\\u' + character.charCodeAt(0).toString(16).padStart(4, '0'),
  );
  return `<script>_support['user'] = ${json};</script>`;
}

module.exports = reamazeUser;
