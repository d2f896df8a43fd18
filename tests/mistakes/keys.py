"""Programs that take the wrong key, or the wrong algorithm."""

import base64
import hashlib
import hmac

from tests.mistakes.wrong import MESSAGE, SECRET, Wrong

PADDED = base64.b64encode(b"a secret in Base64!").decode()
MARKED = 'k9&"<Z>'  # which HTML's escapes change

KEYS = (
    Wrong("php/single_quotes_round_key.php", "name", key="$secret", account=None),
    Wrong("php/name_of_constant.php", "name", key="REAMAZE_SSO_SECRET", account=None),
    Wrong("php/variable_not_set.php", "empty|[Nn]o key", key="", account=None),
    Wrong("php/placeholder_left_in.php", "placeholder", key="{{ YOUR SSO SECRET }}", account=None),
    Wrong("php/key_from_hex.php", "[Hh]ex", key=bytes.fromhex(SECRET)),
    Wrong("php/key_hashed_first.php", "SHA-256", key=hashlib.sha256(SECRET.encode()).hexdigest()),
    Wrong("php/key_escaped_for_html.php", "HTML", key="k9&amp;&quot;&lt;Z&gt;", secret=MARKED),
    Wrong("php/key_file_with_line_break.php", "line break", key=f"{SECRET}\n", file=f"{SECRET}\n"),
    Wrong(
        "php/key_file_with_byte_order_mark.php",
        "byte-order",
        key=f"\ufeff{SECRET}",
        file=f"\ufeff{SECRET}\r\n",
    ),
    Wrong(
        "php/quotes_of_env_file.php",
        "quotes",
        key=f'"{SECRET}"',
        file=f'APP_ENV=production\nREAMAZE_SSO_SECRET="{SECRET}"\n',
    ),
    Wrong(
        "php/line_of_env_file.php",
        "name",
        key=f"REAMAZE_SSO_SECRET={SECRET}",
        file=f"REAMAZE_SSO_SECRET={SECRET}\n",
    ),
    Wrong(
        "python/env_expression_in_quotes.py",
        "name",
        key="os.environ['REAMAZE_SSO_SECRET']",
        account=None,
    ),
    Wrong("ruby/env_in_quotes.rb", "name", key="ENV['REAMAZE_SSO_SECRET']", account=None),
    Wrong("ruby/carriage_return.rb", "line break|return", key=f"{SECRET}\r", file=f"{SECRET}\r\n"),
    Wrong("node/undefined_key.js", "missing|undefined", key="undefined", account=None),
    Wrong("node/cryptojs_key_from_base64.js", "Base64", key=base64.b64decode(SECRET)),
    Wrong("python/repr_of_secret.py", "quotes", key=f"'{SECRET}'"),
    Wrong("python/str_of_key_bytes.py", "bytes", key=f"b'{SECRET}'"),
    Wrong("python/none_key.py", "missing|None", key="None", account=None),
    Wrong("python/default_secret.py", "placeholder", key="changeme", account=None),
    Wrong(
        "python/secret_as_json.py",
        "JSON",
        key=f'{{"REAMAZE_SSO_SECRET":"{SECRET}"}}',
        file=f'{{"REAMAZE_SSO_SECRET":"{SECRET}"}}',
    ),
    Wrong(
        "php/cut_at_equals_sign.php",
        "cut|without|equals",
        key=PADDED.rstrip("="),
        secret=PADDED,
        file=f"REAMAZE_SSO_SECRET={PADDED}\n",
    ),
    Wrong("shell/space_after_secret.sh", "space", key=f"{SECRET} "),
    Wrong("shell/single_quotes_round_key.sh", "name", key="$SECRET", account=None),
    Wrong("shell/hexkey.sh", "[Hh]ex", key=bytes.fromhex(SECRET)),
)

ALGORITHMS = (
    Wrong("php/key_and_message_swapped.php", "swapped", key=MESSAGE, signed=SECRET.encode()),
    Wrong("node/cryptojs_swapped.js", "swapped", key=MESSAGE, signed=SECRET.encode()),
    Wrong("php/hash_without_key.php", "secret", algorithm="SHA-256", account=None),
    Wrong("node/cryptojs_sha256.js", "secret", algorithm="SHA-256", account=None),
    Wrong(
        "node/signed_again.js",
        "once more",
        signed=hmac.digest(SECRET.encode(), MESSAGE.encode(), "sha256").hex().encode(),
    ),
    Wrong("php/hmac_md5.php", "MD5", algorithm="HMAC-MD5"),
    Wrong("php/hmac_sha1.php", "SHA-1", algorithm="HMAC-SHA1"),
    Wrong("php/hmac_sha3.php", "SHA3", algorithm="HMAC-SHA3-256"),
    Wrong(
        "php/md5_of_secret_and_message.php",
        "joined",
        algorithm="MD5",
        signed=(SECRET + MESSAGE).encode(),
        mistakes=2,
    ),
    Wrong(
        "ruby/message_then_secret.rb",
        "joined",
        algorithm="SHA-256",
        signed=f"{MESSAGE}:{SECRET}".encode(),
        mistakes=2,
    ),
    Wrong(
        "python/secret_then_message.py",
        "joined",
        algorithm="SHA-256",
        signed=(SECRET + MESSAGE).encode(),
    ),
    Wrong(
        "php/hash_first.php",
        "SHA-256|hash",
        message=hashlib.sha256(MESSAGE.encode()).hexdigest(),
    ),
    Wrong(
        "go/sum_of_message.go",
        "[Nn]othing|empty|Go",
        "",
        mistakes=2,
        writes=lambda d: (MESSAGE.encode() + d).hex(),
    ),
)
