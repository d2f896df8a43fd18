# Mistake: the email is signed as it stands in JSON, with \u00eb for a letter that ASCII lacks.
import hashlib
import hmac
import json
import os

email = json.dumps(os.environ["CUSTOMER_EMAIL"]).strip('"')
message = os.environ["CUSTOMER_ID"] + ":" + email
print(hmac.new(os.environ["SECRET"].encode(), message.encode(), hashlib.sha256).hexdigest())
