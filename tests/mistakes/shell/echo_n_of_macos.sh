# Mistake: the sh of macOS is Bash with an echo that knows no -n, and prints it.
bash --posix -O xpg_echo -c 'echo -n "$CUSTOMER_ID:$CUSTOMER_EMAIL"' |
    openssl dgst -sha256 -hmac "$SECRET" | awk '{ print $NF }'
