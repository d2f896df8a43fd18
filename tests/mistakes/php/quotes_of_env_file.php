<?php
// Mistake: the quotes of the .env file are part of the key.
$settings = [];
foreach (file(getenv('SECRET_FILE'), FILE_IGNORE_NEW_LINES) as $line) {
    [$name, $value] = explode('=', $line, 2);
    $settings[$name] = $value;
}

echo hash_hmac('sha256', getenv('CUSTOMER_ID') . ':' . getenv('CUSTOMER_EMAIL'), $settings['REAMAZE_SSO_SECRET']);
