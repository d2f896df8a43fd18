<?php
// Mistake: a + in a query means a space, so the email that came in the link has lost its plus.
parse_str('id=' . getenv('CUSTOMER_ID') . '&email=' . getenv('CUSTOMER_EMAIL'), $query);

echo hash_hmac('sha256', $query['id'] . ':' . $query['email'], getenv('SECRET'));
