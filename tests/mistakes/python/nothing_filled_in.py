# Mistake: the % that fills the values in is missing.
import hashlib
import hmac
import os

print(hmac.new(os.environ["SECRET"].encode(), b"%s:%s", hashlib.sha256).hexdigest())
