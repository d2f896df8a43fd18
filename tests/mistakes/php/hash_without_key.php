<?php
// Mistake: hash() instead of hash_hmac(), so the secret plays no part.
$id = getenv('CUSTOMER_ID');
$email = getenv('CUSTOMER_EMAIL');

echo hash('sha256', $id . ':' . $email);
