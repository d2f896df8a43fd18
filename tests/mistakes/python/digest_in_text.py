# Mistake: digest() for hexdigest(), so that Python shows the bytes in its own way.
import hmac
import os

message = os.environ["CUSTOMER_ID"] + ":" + os.environ["CUSTOMER_EMAIL"]
print(hmac.new(os.environ["SECRET"].encode(), message.encode(), "sha256").digest())
