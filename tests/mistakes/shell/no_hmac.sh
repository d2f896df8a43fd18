# Mistakes: -hmac is missing, and echo adds a line break.
echo "$CUSTOMER_ID:$CUSTOMER_EMAIL" | openssl dgst -sha256 -r | cut -d' ' -f1
