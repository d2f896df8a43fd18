<?php
// Mistake: a password hash, which is another one at every call.
echo password_hash(getenv('CUSTOMER_ID') . ':' . getenv('CUSTOMER_EMAIL') . getenv('SECRET'), PASSWORD_BCRYPT);
