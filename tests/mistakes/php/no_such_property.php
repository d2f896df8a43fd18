<?php
// Mistake: the property is called email, not mail; PHP warns in its log and signs nothing for it.
$user = (object) ['id' => getenv('CUSTOMER_ID'), 'email' => getenv('CUSTOMER_EMAIL')];

echo hash_hmac('sha256', @"{$user->id}:{$user->mail}", getenv('SECRET'));
