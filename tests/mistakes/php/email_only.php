<?php
// Mistake: only the email is signed, as another widget wants it.
echo hash_hmac('sha256', getenv('CUSTOMER_EMAIL'), getenv('SECRET'));
