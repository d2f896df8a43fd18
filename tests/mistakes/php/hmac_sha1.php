<?php
// Mistake: HMAC with SHA-1.
$secret = getenv('SECRET');

echo hash_hmac('sha1', getenv('CUSTOMER_ID') . ':' . getenv('CUSTOMER_EMAIL'), $secret);
