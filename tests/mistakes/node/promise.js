// Mistake: nobody waited for the promise.
const { SECRET, CUSTOMER_ID, CUSTOMER_EMAIL } = process.env;
const { subtle } = require('crypto').webcrypto;
const bytes = (text) => new TextEncoder().encode(text);

async function authkey(id, email) {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await subtle.importKey('raw', bytes(SECRET), algorithm, false, ['sign']);
  return subtle.sign('HMAC', key, bytes(`${id}:${email}`));
}

console.log(`${authkey(CUSTOMER_ID, CUSTOMER_EMAIL)}`);
