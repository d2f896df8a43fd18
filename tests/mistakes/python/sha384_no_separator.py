# Mistakes: SHA-384, and nothing between id and email.
import hashlib
import hmac
import os

message = os.environ["CUSTOMER_ID"] + os.environ["CUSTOMER_EMAIL"]
print(hmac.new(os.environ["SECRET"].encode(), message.encode(), hashlib.sha384).hexdigest())
