# Mistake: repr puts quotes round the secret.
import hashlib
import hmac
import os

message = os.environ["CUSTOMER_ID"] + ":" + os.environ["CUSTOMER_EMAIL"]
key = repr(os.environ["SECRET"])
print(hmac.new(key.encode(), message.encode(), hashlib.sha256).hexdigest())
