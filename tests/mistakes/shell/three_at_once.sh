# Mistakes: the line break of echo, no key, and SHA-512 in capitals.
echo "$CUSTOMER_ID:$CUSTOMER_EMAIL" | sha512sum | cut -d' ' -f1 | tr a-f A-F
