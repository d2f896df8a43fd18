<?php
// Mistake: the secret is hashed "for safety", and the hash is the key.
$key = hash('sha256', getenv('SECRET'));

echo hash_hmac('sha256', getenv('CUSTOMER_ID') . ':' . getenv('CUSTOMER_EMAIL'), $key);
