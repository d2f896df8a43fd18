# Mistakes: the message is signed in Latin-1, and in capitals.
import hashlib
import hmac
import os

message = os.environ["CUSTOMER_ID"] + ":" + os.environ["CUSTOMER_EMAIL"]
key = os.environ["SECRET"].encode()
print(hmac.new(key, message.encode("latin-1"), hashlib.sha256).hexdigest().upper())
