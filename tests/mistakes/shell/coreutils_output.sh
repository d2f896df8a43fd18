# Mistake: the whole line that openssl prints with -r.
printf '%s:%s' "$CUSTOMER_ID" "$CUSTOMER_EMAIL" | openssl dgst -sha256 -hmac "$SECRET" -r
