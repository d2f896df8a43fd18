# Mistake: letters that ASCII lacks are left out.
import hashlib
import hmac
import os

message = os.environ["CUSTOMER_ID"] + ":" + os.environ["CUSTOMER_EMAIL"]
key = os.environ["SECRET"].encode()
print(hmac.new(key, message.encode("ascii", "ignore"), hashlib.sha256).hexdigest())
