// Mistakes: a form library's "normal" email is signed: lower case, and no tag after the plus.
const crypto = require('crypto');
const { SECRET, CUSTOMER_ID, CUSTOMER_EMAIL } = process.env;

const email = CUSTOMER_EMAIL.toLowerCase().replace(/\+[^@]*/, '');
console.log(crypto.createHmac('sha256', SECRET).update(`${CUSTOMER_ID}:${email}`).digest('hex'));
