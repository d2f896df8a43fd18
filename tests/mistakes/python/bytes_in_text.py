# Mistake: bytes put into a text bring their b and their quotes.
import hashlib
import hmac
import os

email = os.environ["CUSTOMER_EMAIL"].encode()
message = f"{os.environ['CUSTOMER_ID']}:{email!r}"
print(hmac.new(os.environ["SECRET"].encode(), message.encode(), hashlib.sha256).hexdigest())
