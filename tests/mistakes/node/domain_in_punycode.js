// Mistake: the domain is signed as mail servers spell it, and sent as people do.
const crypto = require('crypto');
const { domainToASCII } = require('url');
const { SECRET, CUSTOMER_ID, CUSTOMER_EMAIL } = process.env;

const [local, domain] = CUSTOMER_EMAIL.split('@');
const message = `${CUSTOMER_ID}:${local}@${domainToASCII(domain)}`;
console.log(crypto.createHmac('sha256', SECRET).update(message).digest('hex'));
