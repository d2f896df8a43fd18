# Mistake: single quotes, in which the shell puts no values in.
printf %s '$CUSTOMER_ID:$CUSTOMER_EMAIL' | openssl dgst -sha256 -hmac "$SECRET" | sed 's/.*= //'
