<?php
// Mistake: the setting went through htmlspecialchars(), as everything in this template does.
$config = array_map('htmlspecialchars', ['reamaze_secret' => getenv('SECRET')]);

echo hash_hmac('sha256', getenv('CUSTOMER_ID') . ':' . getenv('CUSTOMER_EMAIL'), $config['reamaze_secret']);
