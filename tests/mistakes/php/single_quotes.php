<?php
// Mistake: single quotes, in which PHP puts no values in.
$secret = getenv('SECRET');
$id = getenv('CUSTOMER_ID');
$email = getenv('CUSTOMER_EMAIL');

echo hash_hmac('sha256', '$id:$email', $secret);
