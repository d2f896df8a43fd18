// Mistake: this id is no number, so parseInt makes NaN of it.
const crypto = require('crypto');
const { SECRET, CUSTOMER_ID, CUSTOMER_EMAIL } = process.env;

const message = parseInt(CUSTOMER_ID, 10) + ':' + CUSTOMER_EMAIL;
console.log(crypto.createHmac('sha256', SECRET).update(message).digest('hex'));
