const { createHmac } = require('node:crypto');

const text = (value) => Buffer.from(String(value ?? '')).toString();

// After app.use(reamaze), views print <%- reamazeUser() %>. Replace req.user with your customer.
// The secret is set as REAMAZE_SSO_SECRET in the server's environment.
function reamaze(req, res, next) {
  res.locals.reamazeUser = () => {
    const secret = process.env.REAMAZE_SSO_SECRET;
    const customer = req.user;
    if (!secret || !customer?.id || !customer.email) return '';

    const phone = text(customer.phone);
    const user = {
      id: text(customer.id),
      email: text(customer.email),
      name: text(customer.name) || undefined,
      phone: /^\+[1-9][0-9]{1,14}$/.test(phone) ? phone : undefined,
      avatar: text(customer.avatar) || undefined,
    };
    user.authkey = createHmac('sha256', secret).update(`${user.id}:${user.email}`).digest('hex');
    // user.data = { 'Total spent': text(customer.total) }; // shown beside conversations
    const json = JSON.stringify(user).replace(
      /[<>&\u2028\u2029]/g,
      (character) => '\\u' + character.charCodeAt(0).toString(16).padStart(4, '0'),
    );
    return `<script>_support['user'] = ${json};</script>`;
  };
  next();
}

module.exports = reamaze;
