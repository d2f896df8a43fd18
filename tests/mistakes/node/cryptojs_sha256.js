// Mistake: CryptoJS.SHA256 takes no key, and says nothing when it is given one.
const CryptoJS = require('crypto-js');
const { SECRET, CUSTOMER_ID, CUSTOMER_EMAIL } = process.env;

console.log(CryptoJS.SHA256(CUSTOMER_ID + ':' + CUSTOMER_EMAIL, SECRET).toString());
