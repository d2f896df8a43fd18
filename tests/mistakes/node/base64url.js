// Mistake: the digest in the Base64 of URLs.
const crypto = require('crypto');
const { SECRET, CUSTOMER_ID, CUSTOMER_EMAIL } = process.env;

const hmac = crypto.createHmac('sha256', SECRET).update(`${CUSTOMER_ID}:${CUSTOMER_EMAIL}`);
console.log(hmac.digest('base64url'));
