// Mistake: toString(16) without padStart.
const crypto = require('crypto');
const { SECRET, CUSTOMER_ID, CUSTOMER_EMAIL } = process.env;

const digest = crypto.createHmac('sha256', SECRET).update(`${CUSTOMER_ID}:${CUSTOMER_EMAIL}`).digest();
console.log(Array.from(digest).map((byte) => byte.toString(16)).join(''));
