<?php
// Mistake: the key is the name of the variable, since it stands in single quotes.
$secret = getenv('SECRET');
$id = getenv('CUSTOMER_ID');
$email = getenv('CUSTOMER_EMAIL');

echo hash_hmac('sha256', "$id:$email", '$secret');
