<?php
// Mistake: bin2hex() of what is hexadecimal already.
$secret = getenv('SECRET');
$message = getenv('CUSTOMER_ID') . ':' . getenv('CUSTOMER_EMAIL');

echo bin2hex(hash_hmac('sha256', $message, $secret));
