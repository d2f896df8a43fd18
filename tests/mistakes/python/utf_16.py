# Mistake: the message is signed in UTF-16, with its byte-order mark.
import hashlib
import hmac
import os

message = os.environ["CUSTOMER_ID"] + ":" + os.environ["CUSTOMER_EMAIL"]
print(hmac.new(os.environ["SECRET"].encode(), message.encode("utf-16"), hashlib.sha256).hexdigest())
