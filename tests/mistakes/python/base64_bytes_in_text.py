# Mistake: Base64, and as bytes that nobody decoded.
import base64
import hmac
import os

message = os.environ["CUSTOMER_ID"] + ":" + os.environ["CUSTOMER_EMAIL"]
digest = hmac.new(os.environ["SECRET"].encode(), message.encode(), "sha256").digest()
print(base64.b64encode(digest))
