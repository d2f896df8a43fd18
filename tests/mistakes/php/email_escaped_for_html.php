<?php
// Mistake: the email is escaped for HTML before it is signed.
$email = htmlspecialchars(getenv('CUSTOMER_EMAIL'));

echo hash_hmac('sha256', getenv('CUSTOMER_ID') . ':' . $email, getenv('SECRET'));
