<?php
// Mistake: a bar instead of the colon.
$parts = [getenv('CUSTOMER_ID'), getenv('CUSTOMER_EMAIL')];

echo hash_hmac('sha256', implode('|', $parts), getenv('SECRET'));
