# Mistake: the message is given to the HMAC when it is made, and once more with update().
import hashlib
import hmac
import os

message = os.environ["CUSTOMER_ID"] + ":" + os.environ["CUSTOMER_EMAIL"]
authkey = hmac.new(os.environ["SECRET"].encode(), message.encode(), hashlib.sha256)
authkey.update(message.encode())
print(authkey.hexdigest())
