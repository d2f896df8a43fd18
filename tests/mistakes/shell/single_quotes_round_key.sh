# Mistake: the key is the name of the variable, since it stands in single quotes.
printf '%s:%s' "$CUSTOMER_ID" "$CUSTOMER_EMAIL" | openssl dgst -sha256 -hmac '$SECRET' | sed 's/.*= //'
