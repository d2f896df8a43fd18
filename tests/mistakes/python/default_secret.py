# Mistake: the setting is missing, and its default is in force.
import hashlib
import hmac
import os

key = os.environ.get("REAMAZE_SSO_SECRET", "changeme")
message = os.environ["CUSTOMER_ID"] + ":" + os.environ["CUSTOMER_EMAIL"]
print(hmac.new(key.encode(), message.encode(), hashlib.sha256).hexdigest())
