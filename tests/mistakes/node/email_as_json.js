// Mistake: JSON.stringify puts quotes round the email.
const crypto = require('crypto');
const { SECRET, CUSTOMER_ID, CUSTOMER_EMAIL } = process.env;

const message = `${CUSTOMER_ID}:${JSON.stringify(CUSTOMER_EMAIL)}`;
console.log(crypto.createHmac('sha256', SECRET).update(message).digest('hex'));
