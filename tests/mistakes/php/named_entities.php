<?php
// Mistake: htmlentities() writes names for letters with accents, before the email is signed.
$email = htmlentities(getenv('CUSTOMER_EMAIL'));

echo hash_hmac('sha256', getenv('CUSTOMER_ID') . ':' . $email, getenv('SECRET'));
