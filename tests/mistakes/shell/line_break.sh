# Mistake: echo puts a line break after the message, which is signed too.
echo "$CUSTOMER_ID:$CUSTOMER_EMAIL" | openssl dgst -sha256 -hmac "$SECRET" | awk '{ print $NF }'
