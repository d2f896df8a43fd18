# Mistake: letters that ASCII lacks become question marks.
import hashlib
import hmac
import os

message = os.environ["CUSTOMER_ID"] + ":" + os.environ["CUSTOMER_EMAIL"]
key = os.environ["SECRET"].encode()
print(hmac.new(key, message.encode("ascii", "replace"), hashlib.sha256).hexdigest())
