<?php
// Mistake: the vendor's placeholder still stands where the secret belongs.
$id = getenv('CUSTOMER_ID');
$email = getenv('CUSTOMER_EMAIL');

echo hash_hmac('sha256', $id . ':' . $email, '{{ YOUR SSO SECRET }}');
