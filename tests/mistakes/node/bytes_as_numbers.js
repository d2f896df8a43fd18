// Mistake: a list of bytes becomes decimal numbers with commas.
const crypto = require('crypto');
const { SECRET, CUSTOMER_ID, CUSTOMER_EMAIL } = process.env;

const hmac = crypto.createHmac('sha256', SECRET).update(`${CUSTOMER_ID}:${CUSTOMER_EMAIL}`);
console.log(String(new Uint8Array(hmac.digest())));
