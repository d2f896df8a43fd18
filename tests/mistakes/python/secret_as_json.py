# Mistake: the vault answers with JSON, and all of it is taken for the secret.
import hashlib
import hmac
import os
from pathlib import Path

key = Path(os.environ["SECRET_FILE"]).read_text(encoding="utf-8")
message = os.environ["CUSTOMER_ID"] + ":" + os.environ["CUSTOMER_EMAIL"]
print(hmac.new(key.encode(), message.encode(), hashlib.sha256).hexdigest())
