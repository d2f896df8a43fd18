# Mistake: the id is signed as the database keeps it, without hyphens.
import hashlib
import hmac
import os
from uuid import UUID

message = UUID(os.environ["CUSTOMER_ID"]).hex + ":" + os.environ["CUSTOMER_EMAIL"]
print(hmac.new(os.environ["SECRET"].encode(), message.encode(), hashlib.sha256).hexdigest())
