// Mistake: the id is written as a number for German readers.
const crypto = require('crypto');
const { SECRET, CUSTOMER_ID, CUSTOMER_EMAIL } = process.env;

const id = Number(CUSTOMER_ID).toLocaleString('de-DE');
console.log(crypto.createHmac('sha256', SECRET).update(`${id}:${CUSTOMER_EMAIL}`).digest('hex'));
