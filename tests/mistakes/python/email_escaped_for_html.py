# Mistake: the email is escaped for HTML before it is signed.
import hashlib
import hmac
import html
import os

message = os.environ["CUSTOMER_ID"] + ":" + html.escape(os.environ["CUSTOMER_EMAIL"])
print(hmac.new(os.environ["SECRET"].encode(), message.encode(), hashlib.sha256).hexdigest())
