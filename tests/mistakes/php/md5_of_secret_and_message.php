<?php
// Mistakes: MD5, and no HMAC but secret and message in one string.
function authkey(string $id, string $email): string
{
    return md5(getenv('SECRET') . $id . ':' . $email);
}

echo authkey(getenv('CUSTOMER_ID'), getenv('CUSTOMER_EMAIL'));
