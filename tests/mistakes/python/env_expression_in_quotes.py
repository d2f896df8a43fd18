# Mistake: the expression that reads the secret stands in quotes.
import hashlib
import hmac
import os

SECRET = "os.environ['REAMAZE_SSO_SECRET']"

message = f"{os.environ['CUSTOMER_ID']}:{os.environ['CUSTOMER_EMAIL']}"
print(hmac.new(SECRET.encode(), message.encode(), hashlib.sha256).hexdigest())
