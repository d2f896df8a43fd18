// Mistake: 'base64' decodes the text, which is none, and skips what is no Base64.
const crypto = require('crypto');
const { SECRET, CUSTOMER_ID, CUSTOMER_EMAIL } = process.env;

const hmac = crypto.createHmac('sha256', SECRET);
hmac.update(`${CUSTOMER_ID}:${CUSTOMER_EMAIL}`, 'base64');
process.stdout.write(hmac.digest('hex'));
