<?php
// Mistake: the page sends the id with a prefix, and the bare one is signed.
$id = getenv('CUSTOMER_ID');
$email = getenv('CUSTOMER_EMAIL');
$authkey = hash_hmac('sha256', "$id:$email", getenv('SECRET'));
?>
<script>
  var _support = _support || {'ui': {}, 'user': {}};
  _support['account'] = 'acme';
  _support['user'] = {
    id: 'wp-admin-<?= $id ?>',
    email: '<?= $email ?>',
    authkey: '<?= $authkey ?>'
  };
</script>
