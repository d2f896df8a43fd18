<?php
// Mistake: the increment id with its zeros is signed, the entity's id is sent.
$increment_id = str_pad(getenv('CUSTOMER_ID'), 9, '0', STR_PAD_LEFT);

echo hash_hmac('sha256', $increment_id . ':' . getenv('CUSTOMER_EMAIL'), getenv('SECRET'));
