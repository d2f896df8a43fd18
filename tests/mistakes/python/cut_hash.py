# Mistakes: a hash without the secret, and only the beginning of it.
import hashlib
import os

message = os.environ["CUSTOMER_ID"] + ":" + os.environ["CUSTOMER_EMAIL"]
print(hashlib.sha256(message.encode()).hexdigest()[:20])
