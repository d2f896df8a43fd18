// Mistake: the email is trimmed before it is signed; the page sends the space at its end.
const crypto = require('crypto');
const { SECRET, CUSTOMER_ID, CUSTOMER_EMAIL } = process.env;

const email = CUSTOMER_EMAIL.trim();
console.log(crypto.createHmac('sha256', SECRET).update(`${CUSTOMER_ID}:${email}`).digest('hex'));
