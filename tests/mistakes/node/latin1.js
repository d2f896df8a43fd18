// Mistake: 'binary' makes one character of every byte.
const crypto = require('crypto');
const { SECRET, CUSTOMER_ID, CUSTOMER_EMAIL } = process.env;

const hmac = crypto.createHmac('sha256', SECRET).update(`${CUSTOMER_ID}:${CUSTOMER_EMAIL}`);
process.stdout.write(hmac.digest('binary'));
