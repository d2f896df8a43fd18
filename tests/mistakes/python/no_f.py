# Mistake: the f in front of the string is missing.
import hashlib
import hmac
import os

user_id = os.environ["CUSTOMER_ID"]
email = os.environ["CUSTOMER_EMAIL"]
message = "{user.id}:{user.email}"
print(hmac.new(os.environ["SECRET"].encode(), message.encode(), hashlib.sha256).hexdigest())
