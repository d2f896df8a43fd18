<?php
// Mistake: the message is given where the key belongs, and the key where the message belongs.
$secret = getenv('SECRET');
$user = (object) ['id' => getenv('CUSTOMER_ID'), 'email' => getenv('CUSTOMER_EMAIL')];

echo hash_hmac('sha256', $secret, $user->id . ':' . $user->email);
