// Mistake: the same Buffer, turned into JSON text before it came to the page.
const crypto = require('crypto');
const { SECRET, CUSTOMER_ID, CUSTOMER_EMAIL } = process.env;

const digest = crypto.createHmac('sha256', SECRET).update(`${CUSTOMER_ID}:${CUSTOMER_EMAIL}`).digest();
console.log(JSON.stringify(digest));
