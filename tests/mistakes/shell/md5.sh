# Mistakes: MD5, and the line break of echo.
echo "$CUSTOMER_ID:$CUSTOMER_EMAIL" | openssl md5 -hmac "$SECRET" | sed 's/.*= //'
