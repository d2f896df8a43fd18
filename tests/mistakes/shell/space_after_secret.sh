# Mistake: a space was copied with the secret.
REAMAZE_SECRET="$SECRET "
printf '%s:%s' "$CUSTOMER_ID" "$CUSTOMER_EMAIL" | openssl dgst -sha256 -hmac "$REAMAZE_SECRET" | sed 's/.*= //'
