<?php
// Mistake: explode() without a limit also cuts at the equals signs at the end of the secret.
[$name, $secret] = explode('=', trim(file_get_contents(getenv('SECRET_FILE'))));

echo hash_hmac('sha256', getenv('CUSTOMER_ID') . ':' . getenv('CUSTOMER_EMAIL'), $secret);
