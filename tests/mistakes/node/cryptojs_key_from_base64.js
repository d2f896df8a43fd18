// Mistake: the secret is decoded as Base64 before use.
const CryptoJS = require('crypto-js');
const { SECRET, CUSTOMER_ID, CUSTOMER_EMAIL } = process.env;

const key = CryptoJS.enc.Base64.parse(SECRET);
console.log(CryptoJS.HmacSHA256(CUSTOMER_ID + ':' + CUSTOMER_EMAIL, key).toString());
