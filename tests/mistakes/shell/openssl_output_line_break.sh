# Mistakes: the whole line that openssl prints, and a line break that was signed.
AUTHKEY=$(echo "$CUSTOMER_ID:$CUSTOMER_EMAIL" | openssl sha256 -hmac "$SECRET")
echo "$AUTHKEY"
