# Mistake: od breaks the digits into bytes and lines.
printf '%s:%s' "$CUSTOMER_ID" "$CUSTOMER_EMAIL" | openssl dgst -sha256 -hmac "$SECRET" -binary | od -An -tx1
