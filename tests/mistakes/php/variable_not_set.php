<?php
// Mistake: the variable isn't set on this server; getenv() gives false, which as a key is empty.
$secret = getenv('REAMAZE_SSO_SECRET');
$user = ['id' => getenv('CUSTOMER_ID'), 'email' => getenv('CUSTOMER_EMAIL')];

echo hash_hmac('sha256', "{$user['id']}:{$user['email']}", $secret);
