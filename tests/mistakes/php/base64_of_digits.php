<?php
// Mistake: Base64 round the hex digits, since `true` was forgotten.
$secret = getenv('SECRET');
$message = sprintf('%s:%s', getenv('CUSTOMER_ID'), getenv('CUSTOMER_EMAIL'));

echo base64_encode(hash_hmac('sha256', $message, $secret));
