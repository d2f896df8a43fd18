# Mistakes: the secret of another brand, SHA-1, and the email before the id.
import hashlib
import hmac
import os

message = os.environ["CUSTOMER_EMAIL"] + ":" + os.environ["CUSTOMER_ID"]
print(hmac.new(os.environ["OTHER_SECRET"].encode(), message.encode(), hashlib.sha1).hexdigest())
