"""Programs that take the wrong key, or the wrong algorithm."""

import base64
import hashlib

from tests.mistakes.wrong import MESSAGE, SECRET, Wrong

PADDED = base64.b64encode(b"a secret in Base64!").decode()
MARKED = 'k9&"<Z>'  # which HTML's escapes change

KEYS = (
    Wrong("php/single_quotes_round_key.php", "name", account=None),
    Wrong("php/name_of_constant.php", "name", account=None),
    Wrong("php/variable_not_set.php", "empty|[Nn]o key", account=None),
    Wrong("php/placeholder_left_in.php", "placeholder", account=None),
    Wrong("php/key_from_hex.php", "[Hh]ex"),
    Wrong("php/key_hashed_first.php", "SHA-256"),
    Wrong("php/key_escaped_for_html.php", "HTML", secret=MARKED),
    Wrong("php/key_file_with_line_break.php", "line break", file=f"{SECRET}\n"),
    Wrong("php/key_file_with_byte_order_mark.php", "byte-order", file=f"\ufeff{SECRET}\r\n"),
    Wrong(
        "php/quotes_of_env_file.php",
        "quotes",
        file=f'APP_ENV=production\nREAMAZE_SSO_SECRET="{SECRET}"\n',
    ),
    Wrong("php/line_of_env_file.php", "name", file=f"REAMAZE_SSO_SECRET={SECRET}\n"),
    Wrong("python/env_expression_in_quotes.py", "name", account=None),
    Wrong("ruby/env_in_quotes.rb", "name", account=None),
    Wrong("ruby/carriage_return.rb", "line break|return", file=f"{SECRET}\r\n"),
    Wrong("node/undefined_key.js", "missing|undefined", account=None),
    Wrong("node/cryptojs_key_from_base64.js", "Base64"),
    Wrong("python/repr_of_secret.py", "quotes"),
    Wrong("python/str_of_key_bytes.py", "bytes"),
    Wrong("python/none_key.py", "missing|None", account=None),
    Wrong("python/default_secret.py", "placeholder", account=None),
    Wrong("python/secret_as_json.py", "JSON", file=f'{{"REAMAZE_SSO_SECRET":"{SECRET}"}}'),
    Wrong(
        "php/cut_at_equals_sign.php",
        "cut|without|equals",
        secret=PADDED,
        file=f"REAMAZE_SSO_SECRET={PADDED}\n",
    ),
    Wrong("shell/space_after_secret.sh", "space"),
    Wrong("shell/single_quotes_round_key.sh", "name", account=None),
    Wrong("shell/hexkey.sh", "[Hh]ex"),
)

ALGORITHMS = (
    Wrong("php/key_and_message_swapped.php", "swapped"),
    Wrong("node/cryptojs_swapped.js", "swapped"),
    Wrong("php/hash_without_key.php", "secret", algorithm="SHA-256", account=None),
    Wrong("node/cryptojs_sha256.js", "secret", algorithm="SHA-256", account=None),
    Wrong("node/signed_again.js", "once more"),
    Wrong("php/hmac_md5.php", "MD5", algorithm="HMAC-MD5"),
    Wrong("php/hmac_sha1.php", "SHA-1", algorithm="HMAC-SHA1"),
    Wrong("php/hmac_sha3.php", "SHA3", algorithm="HMAC-SHA3-256"),
    Wrong("php/md5_of_secret_and_message.php", "joined", algorithm="MD5", mistakes=2),
    Wrong("ruby/message_then_secret.rb", "joined", algorithm="SHA-256", mistakes=2),
    Wrong("python/secret_then_message.py", "joined", algorithm="SHA-256"),
    Wrong(
        "php/hash_first.php", "SHA-256|hash", message=hashlib.sha256(MESSAGE.encode()).hexdigest()
    ),
    Wrong("go/sum_of_message.go", "[Nn]othing|empty|Go", "", mistakes=2),
)
