"""Characters lost in a charset are also lost in the reported message."""

import hmac

import pytest

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.customer import Customer
from reamaze_gui.core.diagnosis import Side, diagnose
from tests.core.making import page

SECRET = Secret("6f1d8a3b5c7e9f0a2b4c6d8e0f1a3b5c7d9e1f2a")
SENT = "7:Noël@löwe.example"


@pytest.mark.parametrize(
    ("signed", "message"),
    [
        (SENT.encode("ascii", "replace"), "7:No?l@l?we.example"),
        (SENT.encode("ascii", "ignore"), "7:Nol@lwe.example"),
        (SENT.encode().decode("latin-1").encode(), "7:NoÃ«l@lÃ¶we.example"),
        (SENT.encode("latin-1"), SENT),
        (SENT.encode("utf-16-le"), SENT),
        (SENT.encode("utf-16-be"), SENT),
        (SENT.encode("utf-16"), SENT),
        (SENT.encode("utf-8-sig"), f"\ufeff{SENT}"),
        (SENT.encode() + b"\0", f"{SENT}\0"),
    ],
)
def test_the_message_is_what_the_signed_bytes_say(signed: bytes, message: str) -> None:
    authkey = hmac.digest(SECRET.value.encode(), signed, "sha256").hex()
    explanation = diagnose(page(Customer(*SENT.split(":")), authkey), {"acme": SECRET}).explanation
    assert explanation
    assert (explanation.message, explanation.right) == (message, SENT)
    assert explanation.side is Side.SERVER
