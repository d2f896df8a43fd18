<?php
// Mistake: Notepad saved the file with a byte-order mark, and trim() leaves it.
$secret = trim(file_get_contents(getenv('SECRET_FILE')));

echo hash_hmac('sha256', getenv('CUSTOMER_ID') . ':' . getenv('CUSTOMER_EMAIL'), $secret);
