<?php
// Mistake: the whole line of the .env file is the key, with the name in front.
$secret = trim(file_get_contents(getenv('SECRET_FILE')));

echo hash_hmac('sha256', getenv('CUSTOMER_ID') . ':' . getenv('CUSTOMER_EMAIL'), $secret);
