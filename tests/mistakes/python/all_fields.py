# Mistake: the name is signed too.
import hmac
import os

row = (os.environ["CUSTOMER_ID"], os.environ["CUSTOMER_EMAIL"], os.environ["CUSTOMER_NAME"])
print(hmac.new(os.environ["SECRET"].encode(), ":".join(row).encode(), "sha256").hexdigest())
