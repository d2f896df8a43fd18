<?php
// Mistake: the email is escaped for the database before it is signed.
$email = addslashes(getenv('CUSTOMER_EMAIL'));

echo hash_hmac('sha256', getenv('CUSTOMER_ID') . ':' . $email, getenv('SECRET'));
