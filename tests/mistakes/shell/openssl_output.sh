# Mistake: the whole line that openssl prints, not only the digits in it.
printf '%s:%s' "$CUSTOMER_ID" "$CUSTOMER_EMAIL" | openssl dgst -sha256 -hmac "$SECRET"
