"""Makes an authkey step by step, right or with slips, independently of the search."""

import hmac
import json
from collections.abc import Mapping

from reamaze_gui.core.customer import Customer
from reamaze_gui.core.mistakes import (
    Slip,
    algorithms,
    charsets,
    damage,
    key_changes,
    keys,
    texts,
    values,
)

NAME = "Zoë Day"
MORE = {"the name": NAME, "the account": "acme"}
TABLES: dict[str, tuple[Slip, ...]] = {
    "pair": (damage.SWAPPED, *damage.DAMAGED_BOTH, *values.BOTH),
    "id": values.ID,
    "email": values.EMAIL,
    "join": (*texts.JOIN, *texts.joined_with(MORE, NAME)),
    "text": texts.TEXT,
    "charset": charsets.CHARSET,
    "key": key_changes.CHANGES,
    "stranger": keys.strangers({}),
    "algorithm": algorithms.KEYED,
    "hash": algorithms.UNKEYED,
}

# Nothing that a slip could do leaves all of these as they are.
CUSTOMERS = (
    Customer("48151623", "Zoe.Quinn+vip@Example.org"),
    Customer("wp-bob2-007", "O'Neil&Söhne~<b>@EXÄMPLE.org"),
    Customer("12345678901234567890", ' Zoë%2B"1"’@example.org\n'),
    Customer("gid://shopify/Customer/7", "zoe%2Bvip+a@xn--exmple-cua.org"),
    Customer("123.0", "zoe\u0308!(*)\\/&amp;@example.org"),
    Customer("1,234", "ZOË\u200b@例子.广告"),
    Customer("3F2B8C1E-6d4a_4f7b", "zoe@example.org"),
    Customer("00ab\N{GRINNING FACE}", "zoe'%@example.org"),
    Customer(' O\'Zo\u00eb%41+e\u0308&amp;\u200b"/B" ', "a@b.org"),
    Customer("Z2lkOi8vc2hvcC83", "Zoë@exämple.org"),
    Customer("Jörg-7", "zoe@example.org"),
    Customer("4711", "Zoe.Quinn+vip@Example.org"),
    Customer("507f1f77bcf86cd799439011", "Zoe.Q.Day+lamps@Gmail.com"),
    Customer("ObjectId('507f1f77bcf86cd799439011')", "Zoë Day <zoe.day@gmail.com>"),
    Customer("'7'", "mailto:O\\'Zo\u00c3\u00ab\\x21@example.org"),
    Customer("4.8151623E+7", "'zoe quinn@example.org'"),
    Customer("zoe&amp;amp;\\\\u0041@example.org", "48151623"),
    Customer("7", "zoe@example.org"),
    Customer("3f2b8c1e6d4a4f7b9a0c5e8d7f6a1b2c", "o’neil@example.org"),
    Customer("7", "a@b"),
    Customer("<b>7</b>", "<a href='mailto:z@@b'>z@@b.org</a>"),
    Customer("0071", "Zoe.Quinn@example.org"),
    Customer("99999999999999999999", "zoe/q@example.org"),
    Customer("#4815162", f"zoe.{'quinn.' * 8}day@example.org"),
    Customer("shopify-customer-of-the-house-of-lamps-in-hamburg-4815162342", "zoe@example.org"),
    Customer("7", "em9lQGV4YW1wbGUub3Jn"),
    Customer("Customer ID: 7", "zoe [at] example [dot] org"),
    Customer("'7=40", "zoe=40example.org"),
    Customer("O\\'N\\x41\u00c3\u00ab", "&amp;amp;@example.org"),
)
SECRETS = (
    "6f1d8a3b5c7e9f0a2b4c6d8e0f1a3b5c7d9e1f2a",
    "Open-Sesame_42/Äz",
    " k9&\"<Z>$home #'ü&amp;%2F== ",
    "c2Vz+YW1l/Qx=",
    "s3cr3t",
    "Zoe\u0308-7",
    "p4$$w0rd 100%%-sure",
    "3e1b7c52-90af-4d86-b2c4-7f08d5a6e913",
    "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789",
)
RIGHT = Slip("", "", lambda key: lambda text: hmac.digest(key, text, "sha256"))


def signed_text(customer: Customer, slips: Mapping[str, Slip]) -> str:
    """Return the text that is signed if these slips are made."""
    pair = (customer.id, customer.email)
    pair = slips["pair"].make(pair) if "pair" in slips else pair
    parts = [
        slips[name].make(value) if name in slips else value
        for name, value in zip(("id", "email"), pair, strict=True)
    ]
    text = slips["join"].make(*parts) if "join" in slips else ":".join(parts)
    return str(slips["text"].make(text) if "text" in slips else text)


def digest(customer: Customer, secret: str, slips: Mapping[str, Slip]) -> bytes:
    """Return the digest that is made with these slips, one per step."""
    text = signed_text(customer, slips)
    data = slips["charset"].make(text) if "charset" in slips else text.encode()
    if "hash" in slips:
        return bytes(slips["hash"].make(data))
    key = slips["key"].make(secret) if "key" in slips else secret.encode()
    key = slips["stranger"].make() if "stranger" in slips else key
    return bytes(slips.get("algorithm", RIGHT).make(key)(data))


def page(customer: Customer, authkey: str, account: str = "acme") -> str:
    """Return a page that sends this, and nothing else."""
    user = {"id": customer.id, "email": customer.email, "authkey": authkey}
    support = {"account": account, "user": user}
    return f"<script>var _support = {json.dumps(support)};</script>"
