# Mistake: the setting is missing, and str() makes a word of None.
import hashlib
import hmac
import os

key = str(os.environ.get("REAMAZE_SSO_SECRET"))
message = os.environ["CUSTOMER_ID"] + ":" + os.environ["CUSTOMER_EMAIL"]
print(hmac.new(key.encode(), message.encode(), hashlib.sha256).hexdigest())
