<?php
// Mistakes: the third argument of hash() is no key but "binary, please"; then the bytes as Base64.
$secret = getenv('SECRET');
$data = getenv('CUSTOMER_ID') . ':' . getenv('CUSTOMER_EMAIL');

$authkey = hash('sha256', $data, $secret);
echo base64_encode($authkey);
