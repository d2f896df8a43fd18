<?php
// Mistake: the email is escaped for a link before it is signed.
$email = urlencode(getenv('CUSTOMER_EMAIL'));

echo hash_hmac('sha256', getenv('CUSTOMER_ID') . ':' . $email, getenv('SECRET'));
