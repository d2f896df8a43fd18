<?php
// Mistake: inside a script nothing undoes HTML's escapes, so another email is sent than signed.
$user = ['id' => getenv('CUSTOMER_ID'), 'email' => getenv('CUSTOMER_EMAIL')];
$user['authkey'] = hash_hmac('sha256', $user['id'] . ':' . $user['email'], getenv('SECRET'));
?>
<script>
  var _support = _support || {};
  _support['account'] = 'acme';
  _support['user'] = {};
<?php foreach ($user as $name => $value): ?>
  _support['user']['<?= $name ?>'] = '<?= htmlspecialchars($value) ?>';
<?php endforeach ?>
</script>
