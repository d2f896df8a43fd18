# Mistake: str() of the key's bytes keeps their b and quotes.
import hashlib
import hmac
import os

key = str(os.environ["SECRET"].encode())
message = os.environ["CUSTOMER_ID"] + ":" + os.environ["CUSTOMER_EMAIL"]
print(hmac.new(key.encode(), message.encode(), hashlib.sha256).hexdigest())
