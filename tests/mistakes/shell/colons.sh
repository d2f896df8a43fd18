# Mistake: -c puts colons between the bytes.
printf '%s:%s' "$CUSTOMER_ID" "$CUSTOMER_EMAIL" | openssl dgst -sha256 -c -hmac "$SECRET" | sed 's/.*= //'
