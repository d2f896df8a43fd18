// Mistake: a JSON Web Token, signed with the right secret, instead of the authkey.
const crypto = require('crypto');
const { SECRET, CUSTOMER_ID, CUSTOMER_EMAIL } = process.env;

const encode = (part) => Buffer.from(JSON.stringify(part)).toString('base64url');
const head = encode({ alg: 'HS256', typ: 'JWT' });
const body = encode({ id: CUSTOMER_ID, email: CUSTOMER_EMAIL });
const signature = crypto.createHmac('sha256', SECRET).update(`${head}.${body}`).digest('base64url');
console.log(`${head}.${body}.${signature}`);
