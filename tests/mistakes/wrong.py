"""A program that makes a wrong authkey, and what it must print.

The formulas here are written down from what each program says, with nothing of ours in them.
"""

import base64
import hashlib
import hmac
import json
from collections.abc import Callable
from dataclasses import dataclass

from reamaze_gui.core.customer import Customer

SECRET = "5f0c3b7e9a1d4862b0f7c6d5e4938271a6b5c4d3e2f10918273645afbecd0f1e"
OTHER_SECRET = "0e9d8c7b6a5f4e3d2c1b0a998877665544332211ffeeddccbbaa998877665544"

ZOE = Customer("48151623", "Zoe.Quinn+vip@Example.org", "Zoe Quinn")
MESSAGE = f"{ZOE.id}:{ZOE.email}"
UMLAUT = Customer(ZOE.id, "Zoë@exämple.org", "Zoë Quinn")

Writes = Callable[[bytes], str]


@dataclass(frozen=True, slots=True)
class Wrong:
    """A program, the mistakes that were made in it, and what the diagnosis must find.

    `says` is a regular expression that the sentence of some slip must match; `message` what was
    signed, id:email unless said; `signed` its bytes, UTF-8 unless said. `customer` is whom the
    program is given, `sends` whom the page sends where that is another. `key` is the key, `account`
    whose `secret` it was made of, `file` what stands in the file where the program looks for it;
    `writes` is how the digest becomes text.
    """

    program: str
    says: str
    message: str | None = None
    algorithm: str = "HMAC-SHA256"
    encoding: str = "hex"
    mistakes: int = 1
    account: str | None = "acme"
    key: str | bytes = SECRET
    signed: bytes | None = None
    writes: Writes = bytes.hex
    customer: Customer = ZOE
    sends: Customer | None = None
    also: tuple[Customer, ...] = ()
    secret: str = SECRET
    file: str = ""

    @property
    def text(self) -> str:
        """What was signed."""
        plain = f"{self.customer.id}:{self.customer.email}"
        return plain if self.message is None else self.message

    @property
    def authkey(self) -> str:
        """What the program must print, if it makes the mistakes that it names and no others."""
        signed = self.text.encode() if self.signed is None else self.signed
        name = self.algorithm.removeprefix("HMAC-").lower()
        name = name.replace("sha-", "sha").replace("sha3-", "sha3_")
        if not self.algorithm.startswith("HMAC-"):
            return self.writes(hashlib.new(name, signed).digest())
        key = self.key.encode() if isinstance(self.key, str) else self.key
        return self.writes(hmac.digest(key, signed, name))


def upper(digest: bytes) -> str:
    return digest.hex().upper()


def in_base64(digest: bytes) -> str:
    return base64.b64encode(digest).decode()


def in_base64_lines(digest: bytes) -> str:
    return base64.b64encode(digest).decode()[:60] + "\n" + base64.b64encode(digest).decode()[60:]


def in_base64_of_urls(digest: bytes) -> str:
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")


def in_base64_without_padding(digest: bytes) -> str:
    return base64.b64encode(digest).decode().rstrip("=")


def in_base64_as_bytes(digest: bytes) -> str:
    return str(base64.b64encode(digest))


def digits_in_base64(digest: bytes) -> str:
    return base64.b64encode(digest.hex().encode()).decode()


def line_in_base64(digest: bytes) -> str:
    return base64.b64encode(digest.hex().encode() + b"\n").decode()


def digits_of_digits(digest: bytes) -> str:
    return digest.hex().encode().hex()


def first_half(digest: bytes) -> str:
    return digest.hex()[:32]


def first_twenty(digest: bytes) -> str:
    return digest.hex()[:20]


def without_zeros(digest: bytes) -> str:
    return "".join(f"{byte:x}" for byte in digest)


def as_number(digest: bytes) -> str:
    return f"{int.from_bytes(digest, 'big'):x}"


def as_signed(digest: bytes) -> str:
    return f"{int.from_bytes(digest, 'big', signed=True):x}"


def as_java_integers(digest: bytes) -> str:
    return "".join(f"{byte if byte < 128 else byte + 0xFFFFFF00:x}" for byte in digest)


def as_java_bytes(digest: bytes) -> str:
    return str([byte if byte < 128 else byte - 256 for byte in digest])


def as_numbers(digest: bytes) -> str:
    return ",".join(str(byte) for byte in digest)


def as_characters(digest: bytes) -> str:
    return digest.decode("latin-1")


def as_array(digest: bytes) -> str:
    return f'["{digest.hex()}"]'


def with_hyphens(digest: bytes) -> str:
    return digest.hex("-").upper()


def with_colons(digest: bytes) -> str:
    return digest.hex(":")


def dumped(digest: bytes) -> str:
    return "\n".join(f" {digest[at : at + 16].hex(' ')}" for at in range(0, len(digest), 16))


def by_openssl(digest: bytes) -> str:
    return f"SHA2-256(stdin)= {digest.hex()}"


def by_openssl_r(digest: bytes) -> str:
    return f"{digest.hex()} *stdin"


def by_sha256sum(digest: bytes) -> str:
    return f"{digest.hex()}  -"


def inspected(digest: bytes) -> str:
    return f"<Buffer {digest.hex(' ')}>"


def buffer(digest: bytes) -> str:
    return json.dumps({"type": "Buffer", "data": list(digest)}, separators=(",", ":"))


def words(digest: bytes) -> str:
    numbers = (digest[at : at + 4] for at in range(0, len(digest), 4))
    signed = [int.from_bytes(each, "big", signed=True) for each in numbers]
    return json.dumps({"words": signed, "sigBytes": len(digest)}, separators=(",", ":"))
