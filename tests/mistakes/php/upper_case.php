<?php
// Mistake: the digits are written in capitals.
echo strtoupper(hash_hmac('sha256', getenv('CUSTOMER_ID') . ':' . getenv('CUSTOMER_EMAIL'), getenv('SECRET')));
