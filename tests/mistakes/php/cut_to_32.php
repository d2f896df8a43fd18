<?php
// Mistake: the column in the database holds 32 characters.
$authkey = hash_hmac('sha256', getenv('CUSTOMER_ID') . ':' . getenv('CUSTOMER_EMAIL'), getenv('SECRET'));

echo substr($authkey, 0, 32);
