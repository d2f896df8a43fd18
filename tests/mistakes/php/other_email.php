<?php
// Mistake: the email of the order is signed, that of the account is sent.
$order = ['email' => getenv('OTHER_EMAIL')];

echo hash_hmac('sha256', getenv('CUSTOMER_ID') . ':' . $order['email'], getenv('SECRET'));
