# Mistake: the column has another name, and str() makes a word of None.
import hashlib
import hmac
import os

user = {"id": os.environ["CUSTOMER_ID"], "email": os.environ["CUSTOMER_EMAIL"]}
message = user["id"] + ":" + str(user.get("mail"))
print(hmac.new(os.environ["SECRET"].encode(), message.encode(), hashlib.sha256).hexdigest())
