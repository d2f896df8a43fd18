# Mistake: the secret is given as a key in hexadecimal.
printf '%s:%s' "$CUSTOMER_ID" "$CUSTOMER_EMAIL" |
  openssl dgst -sha256 -mac HMAC -macopt "hexkey:$SECRET" | sed 's/.*= //'
