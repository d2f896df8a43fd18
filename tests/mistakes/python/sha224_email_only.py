# Mistakes: SHA-224, and only the email.
import hashlib
import hmac
import os

message = os.environ["CUSTOMER_EMAIL"].encode()
print(hmac.new(os.environ["SECRET"].encode(), message, hashlib.sha224).hexdigest())
