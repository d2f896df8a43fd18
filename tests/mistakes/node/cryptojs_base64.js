// Mistakes: the digest in Base64, and no colon.
const CryptoJS = require('crypto-js');
const { SECRET, CUSTOMER_ID, CUSTOMER_EMAIL } = process.env;

console.log(CryptoJS.enc.Base64.stringify(CryptoJS.HmacSHA256(CUSTOMER_ID + CUSTOMER_EMAIL, SECRET)));
