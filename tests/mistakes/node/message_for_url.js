// Mistake: the whole message is escaped for a link.
const crypto = require('crypto');
const { SECRET, CUSTOMER_ID, CUSTOMER_EMAIL } = process.env;

const message = encodeURIComponent(`${CUSTOMER_ID}:${CUSTOMER_EMAIL}`);
console.log(crypto.createHmac('sha256', SECRET).update(message).digest('hex'));
