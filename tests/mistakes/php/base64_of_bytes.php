<?php
// Mistake: the raw bytes are written in Base64.
$secret = getenv('SECRET');
$message = sprintf('%s:%s', getenv('CUSTOMER_ID'), getenv('CUSTOMER_EMAIL'));

echo base64_encode(hash_hmac('sha256', $message, $secret, true));
