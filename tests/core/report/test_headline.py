"""What is said first of an authkey that several mistakes made."""

import hashlib
import hmac
from base64 import b64encode

import pytest

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.diagnosis import Verdict, diagnose
from reamaze_gui.core.report import reply
from reamaze_gui.core.report.headline import Grade, headline

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


OF_INITECH = "_support.account = 'initech';\n" + PAGE


def test_without_the_secret_of_the_page_s_account_nothing_is_called_wrong() -> None:
    report = diagnose(OF_INITECH.format("5a" * 32), {"acme": Secret(SECRET)})
    said = headline(report)
    assert (report.verdict, said.grade) == (Verdict.NO_SECRET, Grade.DOUBTFUL)
    assert (
        said.says == "The SSO secret of initech is not known here, so the authkey can't be checked"
    )
    assert "does not belong" not in reply(report)


def test_an_authkey_of_another_account_than_the_page_s_is_not_simply_right() -> None:
    report = diagnose(
        OF_INITECH.format(signed("7:Zoe@Example.org").hexdigest()), {"acme": Secret(SECRET)}
    )
    said = headline(report)
    assert (report.verdict, said.grade) == (Verdict.CORRECT, Grade.DOUBTFUL)
    assert "another account than the page names" in said.says
    assert "acme" not in reply(report)
    assert "can stay as it is" not in reply(report)
