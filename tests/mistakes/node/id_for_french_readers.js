// Mistake: the id is written as a number for French readers, with narrow no-break spaces.
const crypto = require('crypto');
const { SECRET, CUSTOMER_ID, CUSTOMER_EMAIL } = process.env;

const id = Number(CUSTOMER_ID).toLocaleString('fr-FR');
console.log(crypto.createHmac('sha256', SECRET).update(`${id}:${CUSTOMER_EMAIL}`).digest('hex'));
