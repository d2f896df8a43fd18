<?php
// Mistake: the email is signed in lower case, and sent as it is.
$secret = getenv('SECRET');

echo hash_hmac('sha256', getenv('CUSTOMER_ID') . ':' . strtolower(getenv('CUSTOMER_EMAIL')), $secret);
