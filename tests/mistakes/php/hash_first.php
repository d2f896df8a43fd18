<?php
// Mistake: not the message is signed but the hex digits of its hash.
$hash = hash('sha256', getenv('CUSTOMER_ID') . ':' . getenv('CUSTOMER_EMAIL'));

echo hash_hmac('sha256', $hash, getenv('SECRET'));
