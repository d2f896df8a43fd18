<?php
// Mistake: SHA3-256 for SHA-256; it has as many digits.
$secret = getenv('SECRET');

echo hash_hmac('sha3-256', getenv('CUSTOMER_ID') . ':' . getenv('CUSTOMER_EMAIL'), $secret);
