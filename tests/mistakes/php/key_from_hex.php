<?php
// Mistake: the secret looks hexadecimal, so it is decoded before use.
$key = hex2bin(getenv('SECRET'));

echo hash_hmac('sha256', getenv('CUSTOMER_ID') . ':' . getenv('CUSTOMER_EMAIL'), $key);
