# Mistake: Base64 of the digits, with the line break after them.
printf '%s:%s' "$CUSTOMER_ID" "$CUSTOMER_EMAIL" | openssl dgst -sha256 -hmac "$SECRET" -r | cut -c1-64 | base64 -w0
