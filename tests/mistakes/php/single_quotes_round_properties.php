<?php
// Mistake: single quotes round properties.
$secret = getenv('SECRET');
$user = (object) ['id' => getenv('CUSTOMER_ID'), 'email' => getenv('CUSTOMER_EMAIL')];

echo hash_hmac('sha256', '{$user->id}:{$user->email}', $secret);
