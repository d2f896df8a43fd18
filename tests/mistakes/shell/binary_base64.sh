# Mistakes: Base64, and the line break of echo.
echo "$CUSTOMER_ID:$CUSTOMER_EMAIL" | openssl dgst -sha256 -hmac "$SECRET" -binary | base64
