<?php
// Mistake: the line break at the end of the file is part of the key.
$secret = file_get_contents(getenv('SECRET_FILE'));

echo hash_hmac('sha256', getenv('CUSTOMER_ID') . ':' . getenv('CUSTOMER_EMAIL'), $secret);
