"""Tells which key a misspelt one was meant to be, and which keys name the secret."""

import difflib
import re

from reamaze_gui.core.customer import FIELDS

NAMES = (*(field.name for field in FIELDS), "authkey")

_LONGEST = 30  # characters; a longer name is no misspelling
_LONGEST_FOR_SECRET = 60

# Names for the authkey in shops, databases and similar products; without case and punctuation,
# the clearest first.
AUTHKEY_NAMES = (
    *("authkey", "reamazeauthkey", "ssoauthkey", "authenticationkey", "authtoken", "authcode"),
    *("authhash", "hmac", "hmacsha256", "userhash", "hash", "digest", "signature"),
)
# These mean it only in a customer's own block.
_IN_BLOCK = """
    auth authenticationhash authenticationtoken userauthkey ssotoken ssohash useridhash emailhash
    identifierhash identityhash userhmac token
"""
_MEANT = {synonym: field.name for field in FIELDS for synonym in field.synonyms}
_MEANT |= dict.fromkeys((*AUTHKEY_NAMES, *_IN_BLOCK.split()), "authkey")
_MEANT |= {name: name for name in NAMES}

# Re:amaze's own gem, Django library and plugins call the secret "SSO key". A payment service's
# `client_secret` is harmless in a page. Names are matched in snake_case.
_CONFIDENTIAL = (
    r"(?:secret[aeo]?|secr[eè]te|segret[oa]|secret[ăa]|geheim\w{0,3}|hemlig\w?|hemmelig\w?|salainen"
    r"|tajn\w{1,2}|titkos|gizli|секретн\w{2})"
)
KEY = (
    r"(?:key|schl(?:ue|ü|u)ssel|clave|llave|cl(?:ef|[eé])|chiave|chave|sleutel|nyckel\w?|n(?:ø|oe?)gle"
    r"|n(?:ø|o)kkel|avain|klucz|kl[ií][cč]|kulcs|cheie|anahtar\w?|ключ)"
)
OF = r"(?:d\w{1,2}|for|f(?:ü|oe?|ö)r|pour|para|per|voor)"
_SECRET = re.compile(
    rf"""(?:^|_)(?:re_?amaze|sso|hmac)\w*secret|secr[eè]t\w*_(?:re_?amaze|sso|hmac)(?:_|$)
    |(?:^|_|reamaze)sso_?(?:(?:shared|signing|hmac|api|account|secret|private)_?){{0,2}}{KEY}(?:_|$)
    |^(?:(?:my|our|the|mein|unser|notre|nuestra)_)*(?:{_CONFIDENTIAL}_?{KEY}|{KEY}_?{_CONFIDENTIAL})$
    |(?:^|(?<!auth)_){KEY}_(?:{OF}_)?(?:sso|re_?amaze)(?:_|$)
    |^(?:секрет|密钥|密鑰|秘密鍵|シークレット|비밀키)$
    |(?:^|_)(?:hmac|signing|re_?amaze)_?(?:account_?|api_?|private_?)?key(?:_|$)
    |^(?:(?:my|our|the|get|set|app|account|shared|auth|user|signing|const|default|data|api|clave|cle)_)*
        (?:secret[aeo]?|segreto|geheimnis)(?:_?(?:key|value|string|token))?$
    |(?:^|_)(?:(?:re_?)?amaze|sso)_?(?:secret[aeo]?|segreto|geheimnis|pass(?:w(?:or[dt]|d)?)?)(?:_|$)
    |(?:^|_)(?:(?:re_?)?amaze_?)?(?:shared|private)_?(?:key|secret|schl(?:ue|ü)ssel)$
    |(?:^|_)(?:(?:re_?)?amaze|sso)_?(?:s[ecr]{{3,5}}te?$|segred|sekret|geheim|hemlig|hemmelig|salai|tajem
        |titok|секрет|密钥|密鑰|秘密鍵|シークレット|비밀키)
    |(?:^|_)(?:re_?amaze|sso|hmac)_(?:\w+_)?(?:salt|pepper|private|sec|shared)$
    |^re_?amaze_sso$ | ^(?:sso_)?(?:secrect|secert|sercet|secreet|scret|secet)$
    |^(?:shared|my|our|the|sso)secret(?:key)?$""",
    re.VERBOSE,
)
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")

# Short names resemble too many others: `sid` is no misspelt `id`.
_LONG_NAMES = [name for name in NAMES if len(name) > len("id")]


def meant_by(name: str) -> str | None:
    """Return the key of Re:amaze's that a misspelt one must mean.

    None for a correct key, and for one that may be the shop's own.

    >>> meant_by("auth_key"), meant_by("emial"), meant_by("email"), meant_by("loyalty_points")
    ('authkey', 'email', None, None)
    """
    if name in NAMES or len(name) > _LONGEST or names_secret(name):
        return None
    bare = re.sub(r"[\W_]", "", name).casefold()
    close = difflib.get_close_matches(bare, _LONG_NAMES, n=1, cutoff=0.81)
    swapped = [each for each in _LONG_NAMES if sorted(each) == sorted(bare)]
    return _MEANT.get(bare) or next(iter(close + swapped), None)


def names_secret(name: str) -> bool:
    """Return whether this is a name for the SSO secret, which many call the SSO key.

    >>> [*map(names_secret, ("getSSOKey", "SSO secret", "sso_authkey", "client_secret"))]
    [True, True, False, False]
    """
    if len(name) > _LONGEST_FOR_SECRET:
        return False
    snake = re.sub(r"[\W_]+", "_", _CAMEL.sub("_", name)).strip("_").lower()
    return _SECRET.search(snake) is not None
