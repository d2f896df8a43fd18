<?php
// Mistake: text that is UTF-8 already is encoded once more.
$message = utf8_encode(getenv('CUSTOMER_ID') . ':' . getenv('CUSTOMER_EMAIL'));

echo hash_hmac('sha256', $message, getenv('SECRET'));
