<?php
// Mistake: the id is signed as the template shows numbers, with commas.
$id = number_format(getenv('CUSTOMER_ID'));

echo hash_hmac('sha256', $id . ':' . getenv('CUSTOMER_EMAIL'), getenv('SECRET'));
