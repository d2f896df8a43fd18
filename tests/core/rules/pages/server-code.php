<?php if ($customer) { ?>
<script>
  _support['user'] = {
    id: '<?php echo $customer->id ?>',
    email: '<?php echo $customer->email ?>',
    authkey: '<?php echo hash_hmac('sha256', $customer->id . ':' . $customer->email, $secret) ?>'
  };
</script>
<?php } ?>
