# Mistake: the list has Windows line ends, so a carriage return stays behind the email.
printf '%s,%s\r\n' "$CUSTOMER_ID" "$CUSTOMER_EMAIL" |
  while IFS=, read -r id email; do
    printf '%s:%s' "$id" "$email" | openssl dgst -sha256 -hmac "$SECRET" | sed 's/.*= //'
  done
