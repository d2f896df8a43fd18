// Mistake: the digest is written as console.log shows a buffer.
const crypto = require('crypto');
const { inspect } = require('util');
const { SECRET, CUSTOMER_ID, CUSTOMER_EMAIL } = process.env;

const hmac = crypto.createHmac('sha256', SECRET).update(`${CUSTOMER_ID}:${CUSTOMER_EMAIL}`);
console.log(inspect(hmac.digest()));
