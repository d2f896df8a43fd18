// Mistake: the user has no property mail, and a template literal writes that out.
const crypto = require('crypto');

const user = { id: process.env.CUSTOMER_ID, email: process.env.CUSTOMER_EMAIL };
console.log(crypto.createHmac('sha256', process.env.SECRET).update(`${user.id}:${user.mail}`).digest('hex'));
