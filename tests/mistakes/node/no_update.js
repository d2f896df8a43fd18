// Mistake: the text goes to createHmac, which ignores it; update() was forgotten.
const crypto = require('crypto');
const { SECRET, CUSTOMER_ID, CUSTOMER_EMAIL } = process.env;

const message = `${CUSTOMER_ID}:${CUSTOMER_EMAIL}`;
console.log(crypto.createHmac('sha256', SECRET, message).digest('hex'));
