// Mistake: a helper signs, and so does its caller.
const crypto = require('crypto');
const { SECRET, CUSTOMER_ID, CUSTOMER_EMAIL } = process.env;

const sign = (text) => crypto.createHmac('sha256', SECRET).update(text).digest('hex');
const token = sign(`${CUSTOMER_ID}:${CUSTOMER_EMAIL}`);
console.log(sign(token));
