// Mistake: accents were split off their letters (NFD) in what is signed.
const crypto = require('crypto');
const { SECRET, CUSTOMER_ID, CUSTOMER_EMAIL } = process.env;

const email = CUSTOMER_EMAIL.normalize('NFD');
console.log(crypto.createHmac('sha256', SECRET).update(`${CUSTOMER_ID}:${email}`).digest('hex'));
