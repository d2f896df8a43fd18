<?php
// Mistake: the text is signed in Latin-1, and sent in UTF-8.
$message = utf8_decode(getenv('CUSTOMER_ID') . ':' . getenv('CUSTOMER_EMAIL'));

echo hash_hmac('sha256', $message, getenv('SECRET'));
