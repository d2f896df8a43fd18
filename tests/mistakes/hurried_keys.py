"""Programs as they are written in a hurry: key and algorithm go wrong."""

import base64
import hashlib

from tests.mistakes.hurried import (
    EMAIL,
    ID,
    PADDED,
    SECRET,
    TEXT,
    Program,
    digest,
    hashed,
)

_RAW = digest(TEXT)
_HEX = _RAW.hex()


def _keyed(line: str, key: str | bytes, secret: str = SECRET, message: str = TEXT) -> Program:
    return Program(line, digest(message, key).hex(), message, secret=secret)


def _made(line: str, authkey: str, message: str = TEXT) -> Program:
    return Program(line, authkey, message)


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode()


_DECODED = bytes.fromhex(SECRET)

KEYS = (
    _keyed("env: line break", f"{SECRET}\n"),
    _keyed("env: quotes", f'"{SECRET}"'),
    _keyed("env: a quote in front", f'"{SECRET}'),
    _keyed("env: a quote behind", f"{SECRET}'"),
    _keyed("env: quote and semicolon", f"{SECRET}';"),
    _keyed("env: cut at =", PADDED.split("=")[0], PADDED),
    _keyed("env: the whole line", f"SSO_SECRET={SECRET}"),
    _keyed("env: value of SECRET_KEY", f"SECRET_KEY={SECRET}"),
    _keyed("yaml: name: value", f"sso_secret: {SECRET}"),
    _keyed("escapes written out", f"{SECRET}\\n"),
    _keyed("url-encoded line break", f"{SECRET}%0A"),
    _keyed("tab in front", f"\t{SECRET}"),
    _keyed("NBSP in front", f"\u00a0{SECRET}"),
    _keyed("two spaces in front", f"  {SECRET}"),
    _keyed("space at both ends", f" {SECRET} "),
    _keyed("laravel: base64: in front", f"base64:{SECRET}"),
    _keyed("Bearer in front", f"Bearer {SECRET}"),
    _keyed("whsec_ in front", f"whsec_{SECRET}"),
    _keyed("key: hex:", f"hex:{SECRET}"),
    _keyed("account and key", f"acme{SECRET}"),
    _keyed("account:key", f"acme:{SECRET}"),
    _keyed("key:account", f"{SECRET}:acme"),
    _keyed("key and account", f"{SECRET}acme"),
    _keyed("hex2bin", _DECODED),
    _keyed("hex2bin read as UTF-8", _DECODED.decode("utf-8", "replace")),
    _keyed("hex2bin read as Latin-1", _DECODED.decode("latin-1")),
    _keyed("base64_decode", base64.b64decode(SECRET)),
    _keyed("base64_decode read as UTF-8", base64.b64decode(SECRET).decode("utf-8", "replace")),
    _keyed("base64_encode", _base64(SECRET.encode())),
    _keyed("first 32", SECRET[:32]),
    _keyed("first 16", SECRET[:16]),
    _keyed("first 20", SECRET[:20]),
    _keyed("first 24", SECRET[:24]),
    _keyed("first 40", SECRET[:40]),
    _keyed("last 32", SECRET[-32:]),
    _keyed("without first", SECRET[1:]),
    _keyed("upper", SECRET.upper()),
    _keyed("md5 of key", hashed(SECRET, "md5")),
    _keyed("sha256 of key", hashed(SECRET)),
    _keyed("sha256 of key, bytes", hashlib.sha256(SECRET.encode()).digest()),
    _keyed("sha512 of key", hashed(SECRET, "sha512")),
    _keyed("salted key: secret and id", f"{SECRET}{ID}", message=EMAIL),
    _keyed("salted key: secret:id", f"{SECRET}:{ID}", message=EMAIL),
    _keyed("reversed", SECRET[::-1]),
    _keyed("utf-16", SECRET.encode("utf-16-le")),
    _keyed("bytes", f"b'{SECRET}'"),
    _keyed("list", f"['{SECRET}']"),
    _keyed("Optional", f'Optional("{SECRET}")'),
    _keyed("Some", f'Some("{SECRET}")'),
    _keyed("tuple, a comma too many", f"('{SECRET}',)"),
    _keyed("placeholder", "YOUR_SSO_SECRET"),
    _keyed("placeholder of Re:amaze", "{{ YOUR SSO SECRET }}"),
    _keyed("undefined", "undefined"),
    _keyed("empty", ""),
    _keyed("name", "REAMAZE_SSO_SECRET"),
    _keyed("account", "acme"),
    _keyed("id as key", ID),
    _keyed("derived: HMAC of id, then email", digest(ID), message=EMAIL),
    _keyed("derived: hex of HMAC of id, then email", digest(ID).hex(), message=EMAIL),
)

_AGAIN = _HEX.encode()
ALGORITHMS = (
    _made("sha256(secret+text)", hashed(SECRET + TEXT)),
    _made("sha256(text+secret)", hashed(TEXT + SECRET)),
    _made("md5(secret+id+email)", hashed(SECRET + ID + EMAIL, "md5"), f"{ID}{EMAIL}"),
    _made("md5(id+email+secret)", hashed(ID + EMAIL + SECRET, "md5"), f"{ID}{EMAIL}"),
    _made("sha256(id+secret+email)", hashed(ID + SECRET + EMAIL), ""),
    _made("sha256(id:secret:email)", hashed(f"{ID}:{SECRET}:{EMAIL}"), ""),
    _made("sha1(email+secret)", hashed(EMAIL + SECRET, "sha1"), EMAIL),
    _made("md5(secret+email)", hashed(SECRET + EMAIL, "md5"), EMAIL),
    _made("sha256(secret|id|email)", hashed(f"{SECRET}|{ID}|{EMAIL}"), f"{ID}|{EMAIL}"),
    _made("sha256(id|email|secret)", hashed(f"{ID}|{EMAIL}|{SECRET}"), f"{ID}|{EMAIL}"),
    _made("sha256(email:id:secret)", hashed(f"{EMAIL}:{ID}:{SECRET}"), f"{EMAIL}:{ID}"),
    _made("sha256(secret.text)", hashed(f"{SECRET}.{TEXT}")),
    _made("sha256(text-secret)", hashed(f"{TEXT}-{SECRET}")),
    _made("sha512(secret+text)", hashed(SECRET + TEXT, "sha512")),
    _made("sha512(text+secret)", hashed(TEXT + SECRET, "sha512")),
    _made("sha512(text)", hashed(TEXT, "sha512")),
    _made("md5(text)", hashed(TEXT, "md5")),
    _made("md5(email)", hashed(EMAIL, "md5"), EMAIL),
    _made("md5(lower email)", hashed(EMAIL.lower(), "md5"), EMAIL.lower()),
    _made("sha256(email)", hashed(EMAIL), EMAIL),
    _made("sha256(secret text secret)", hashed(SECRET + TEXT + SECRET)),
    _made("hmac sha512", digest(TEXT, name="sha512").hex()),
    _made("hmac sha512 cut to 64", digest(TEXT, name="sha512").hex()[:64]),
    _made("hmac sha1", digest(TEXT, name="sha1").hex()),
    _made("hmac sha384 in Base64", _base64(digest(TEXT, name="sha384"))),
    _made("hmac of hmac", digest(_AGAIN).hex()),
    _made("sha256 of hmac", hashed(_AGAIN)),
    _made("sha256 of the bytes of the hmac", hashed(_RAW)),
    _made("sha1 of hmac", hashed(_AGAIN, "sha1")),
    _made("md5 of hmac in Base64", hashed(_base64(_RAW), "md5")),
    _made("swapped", digest(SECRET, TEXT).hex()),
    _made("swapped, sha512", digest(SECRET, TEXT, "sha512").hex()),
    _made("hmac with email as key", digest(SECRET, EMAIL).hex(), EMAIL),
    _made("double sha256", hashed(hashed(TEXT))),
    _made("hmac-md5, email", digest(EMAIL, name="md5").hex(), EMAIL),
    _made("hmac sha512, id", digest(ID, name="sha512").hex(), ID),
)
