<?php
// Mistakes: SHA-1, the email in lower case, and a bar instead of the colon.
$message = getenv('CUSTOMER_ID') . '|' . strtolower(getenv('CUSTOMER_EMAIL'));

echo hash_hmac('sha1', $message, getenv('SECRET'));
