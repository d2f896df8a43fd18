// Mistake: the variable isn't set on this server, and a template literal makes a word of that.
const crypto = require('crypto');
const { CUSTOMER_ID, CUSTOMER_EMAIL } = process.env;

const key = `${process.env.REAMAZE_SSO_SECRET}`;
console.log(crypto.createHmac('sha256', key).update(`${CUSTOMER_ID}:${CUSTOMER_EMAIL}`).digest('hex'));
