<?php
// Mistake: the cast takes the zeros at the front of the id.
$id = (int) getenv('CUSTOMER_ID');

echo hash_hmac('sha256', $id . ':' . getenv('CUSTOMER_EMAIL'), getenv('SECRET'));
