<?php
// Mistake: HMAC with MD5.
$secret = getenv('SECRET');

echo hash_hmac('md5', getenv('CUSTOMER_ID') . ':' . getenv('CUSTOMER_EMAIL'), $secret);
