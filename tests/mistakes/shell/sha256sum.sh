# Mistakes: no HMAC at all, and the output of sha256sum as it is.
printf %s "$CUSTOMER_ID:$CUSTOMER_EMAIL" | sha256sum
