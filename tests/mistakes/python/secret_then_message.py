# Mistake: no HMAC but a hash of secret and message in a row.
import hashlib
import os

message = os.environ["CUSTOMER_ID"] + ":" + os.environ["CUSTOMER_EMAIL"]
print(hashlib.sha256((os.environ["SECRET"] + message).encode()).hexdigest())
