# Mistake: the columns of the query stand in another order: the name is signed for the email.
import hashlib
import hmac
import os

row = (os.environ["CUSTOMER_ID"], os.environ["CUSTOMER_NAME"], os.environ["CUSTOMER_EMAIL"])
message = ":".join(row[:2])
print(hmac.new(os.environ["SECRET"].encode(), message.encode(), hashlib.sha256).hexdigest())
