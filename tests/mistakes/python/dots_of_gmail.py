# Mistake: the address is stored as Gmail reads it, without dots and tags, and signed like that.
import hashlib
import hmac
import os

local, domain = os.environ["CUSTOMER_EMAIL"].split("@")
email = local.split("+")[0].replace(".", "") + "@" + domain
message = f"{os.environ['CUSTOMER_ID']}:{email}"
print(hmac.new(os.environ["SECRET"].encode(), message.encode(), hashlib.sha256).hexdigest())
