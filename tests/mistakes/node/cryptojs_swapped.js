// Mistake: CryptoJS takes the message first.
const CryptoJS = require('crypto-js');
const { SECRET, CUSTOMER_ID, CUSTOMER_EMAIL } = process.env;

console.log(CryptoJS.HmacSHA256(SECRET, CUSTOMER_ID + ':' + CUSTOMER_EMAIL).toString());
