// Mistakes: the secret of another brand, and the email in lower case.
const crypto = require('crypto');
const { OTHER_SECRET, CUSTOMER_ID, CUSTOMER_EMAIL } = process.env;

const message = `${CUSTOMER_ID}:${CUSTOMER_EMAIL.toLowerCase()}`;
console.log(crypto.createHmac('sha256', OTHER_SECRET).update(message).digest('hex'));
