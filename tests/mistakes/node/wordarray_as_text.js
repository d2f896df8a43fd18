// Mistake: the same object as JSON text.
const CryptoJS = require('crypto-js');
const { SECRET, CUSTOMER_ID, CUSTOMER_EMAIL } = process.env;

const { words, sigBytes } = CryptoJS.HmacSHA256(`${CUSTOMER_ID}:${CUSTOMER_EMAIL}`, SECRET);
console.log(JSON.stringify({ words, sigBytes }));
