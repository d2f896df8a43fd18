<?php
// Mistake: the constant's name in quotes is the key.
define('REAMAZE_SSO_SECRET', getenv('SECRET'));

echo hash_hmac('sha256', getenv('CUSTOMER_ID') . ':' . getenv('CUSTOMER_EMAIL'), 'REAMAZE_SSO_SECRET');
