// Mistake: the id was a number in the program, which rounded it before it was signed.
const crypto = require('crypto');
const { SECRET, CUSTOMER_ID, CUSTOMER_EMAIL } = process.env;

const user = JSON.parse(`{"id": ${CUSTOMER_ID}}`);
console.log(crypto.createHmac('sha256', SECRET).update(`${user.id}:${CUSTOMER_EMAIL}`).digest('hex'));
