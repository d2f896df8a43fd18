"""A program that makes a wrong authkey, and how it must be explained."""

from dataclasses import dataclass

from reamaze_gui.core.customer import Customer

SECRET = "5f0c3b7e9a1d4862b0f7c6d5e4938271a6b5c4d3e2f10918273645afbecd0f1e"
OTHER_SECRET = "0e9d8c7b6a5f4e3d2c1b0a998877665544332211ffeeddccbbaa998877665544"

ZOE = Customer("48151623", "Zoe.Quinn+vip@Example.org", "Zoe Quinn")
MESSAGE = f"{ZOE.id}:{ZOE.email}"
UMLAUT = Customer(ZOE.id, "Zoë@exämple.org", "Zoë Quinn")


@dataclass(frozen=True, slots=True)
class Wrong:
    """A program, the mistakes that were made in it, and what the diagnosis must find.

    `says` is a regular expression that the sentence of some slip must match; `message` what was
    signed, id:email unless said. `customer` is whom the program is given, `sends` whom the page
    sends where that is another. `account` is that whose `secret` it was made of, `file` what stands
    in the file where the program looks for it.
    """

    program: str
    says: str
    message: str | None = None
    algorithm: str = "HMAC-SHA256"
    encoding: str = "hex"
    mistakes: int = 1
    account: str | None = "acme"
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
