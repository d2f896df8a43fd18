const crypto = require('crypto');

res.locals.support = {
  id: req.user.id,
  email: req.user.email,
  authkey: crypto.createHmac('sha256', secret).update(req.user.id + ':' + req.user.email).digest('hex'),
};
