"""What is said first of an authkey that several mistakes made."""

import hashlib
import hmac
from base64 import b64encode

import pytest

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.diagnosis import diagnose
from reamaze_gui.core.report.headline import headline

SECRET = "opensesame-0451"
PAGE = "_support['user'] = {{ id: '7', email: 'Zoe@Example.org', authkey: '{}' }};"


def signed(text: str, algorithm: str = "sha256") -> "hmac.HMAC":
    return hmac.new(SECRET.encode(), text.encode(), algorithm)


LOWERED = "Before it was signed, the email was lower-cased"


@pytest.mark.parametrize(
    ("authkey", "says"),
    [
        (
            b64encode(signed("7:zoe@example.org").digest()).decode(),
            f"{LOWERED}, and the digest was written as Base64",
        ),
        (
            hashlib.sha256(f"7:zoe@example.org{SECRET}".encode()).hexdigest(),
            f"{LOWERED}, and SHA-256 of secret and text joined, the text first; that is no HMAC",
        ),
        (
            signed("7zoe@example.org", "sha1").hexdigest(),
            "3 mistakes together made this authkey",
        ),
    ],
)
def test_two_mistakes_are_one_sentence_and_more_are_counted(authkey: str, says: str) -> None:
    assert headline(diagnose(PAGE.format(authkey), {"": Secret(SECRET)})).says == says
