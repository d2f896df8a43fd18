"""An authkey that is something else than an HMAC is recognised, and a secret is never shown."""

import base64
import hashlib
import hmac
import json
from collections.abc import Callable

import pytest

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.customer import Customer
from reamaze_gui.core.diagnosis import Report, Side, Verdict, diagnose
from tests.core.making import page

ZOE = Customer("48151623", "zoe@example.org")
TEXT = f"{ZOE.id}:{ZOE.email}"
VALUE = "nH2pQ8rT5vX1yB4cE7fG0kL3mZ6s"
SECRETS = {"acme": Secret(VALUE), "beta": Secret("another-one-altogether")}


def _base64(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


def _token(secret: str, algorithm: str = "HS256", digest: str = "sha256") -> str:
    parts = (json.dumps({"alg": algorithm}), json.dumps({"id": ZOE.id}))
    signed = ".".join(base64.urlsafe_b64encode(each.encode()).decode() for each in parts)
    signed = signed.replace("=", "")
    made = hmac.digest(secret.encode(), signed.encode(), digest)
    return f"{signed}.{base64.urlsafe_b64encode(made).decode().rstrip('=')}"


def _report(authkey: str, customer: Customer = ZOE) -> Report:
    return diagnose(page(customer, authkey), SECRETS)


@pytest.mark.parametrize(
    ("authkey", "says"),
    [
        (VALUE, "is the SSO secret"),
        (f" {VALUE}\n", "is the SSO secret"),
        (VALUE.upper(), "is the SSO secret itself, in another case"),
        (VALUE[:10], "is the first 10 characters of the SSO secret"),
        (VALUE[-8:].lower(), "is 8 characters of the SSO secret itself, in another case"),
        (VALUE[::-1], "is the SSO secret itself, written backwards"),
        (f"{VALUE}:{TEXT}", "is a text that contains the SSO secret"),
        (_base64(VALUE), "is the SSO secret itself, written in Base64"),
        (_base64(VALUE)[:12], "is the first 9 characters of the SSO secret"),
        (VALUE.encode().hex(), "is the SSO secret itself, written in hexadecimal digits"),
        (VALUE.encode().hex().upper(), "is the SSO secret itself, written in hexadecimal digits"),
    ],
)
def test_a_secret_in_the_place_of_the_authkey_is_reported_and_not_shown(
    authkey: str, says: str
) -> None:
    report = _report(authkey)
    assert report.verdict is Verdict.EXPLAINED
    assert report.explanation
    assert report.explanation.account == "acme"
    assert (report.explanation.message, report.explanation.right) == ("", TEXT)
    (slip,) = report.explanation.slips
    assert says in slip.says
    assert "changed in Re:amaze at once" in slip.fix
    said = f"{report!r} {report.shape} {report.explanation} {report.findings}"
    for part in (authkey.strip(), VALUE, VALUE[:8]):
        assert part not in said


def test_the_secret_of_another_account_is_reported_without_naming_it() -> None:
    explanation = _report(SECRETS["beta"].value).explanation
    assert explanation
    assert explanation.account == "beta"
    assert "beta" not in f"{explanation.key} {explanation.slips}"


@pytest.mark.parametrize(
    ("authkey", "message", "encoding"),
    [
        (ZOE.id, ZOE.id, "plain text"),
        (ZOE.email, ZOE.email, "plain text"),
        (TEXT, TEXT, "plain text"),
        (TEXT.replace(":", "%3A").replace("@", "%40"), TEXT, "URL encoding"),
        (TEXT.encode().hex(), TEXT, "hex"),
        (_base64(TEXT), TEXT, "Base64"),
        (_base64(ZOE.email).rstrip("="), ZOE.email, "Base64"),
        (
            _base64(f'{{"id":"{ZOE.id}","email":"{ZOE.email}"}}'),
            f'{{"id":"{ZOE.id}","email":"{ZOE.email}"}}',
            "Base64",
        ),
        (_base64(f"{ZOE.email}:{ZOE.id}"), f"{ZOE.email}:{ZOE.id}", "Base64"),
    ],
)
def test_a_text_that_was_not_signed_at_all_is_reported(
    authkey: str, message: str, encoding: str
) -> None:
    report = _report(authkey)
    assert report.verdict is Verdict.EXPLAINED
    explanation = report.explanation
    assert explanation
    assert (explanation.message, explanation.right) == (message, TEXT)
    assert (explanation.algorithm, explanation.account) == ("none", None)
    assert (explanation.encoding, explanation.side) == (encoding, Side.SERVER)
    assert report.shape == explanation.slips[0].says
    assert ("only encoded" in report.shape) == (encoding != "plain text")


@pytest.mark.parametrize(
    ("algorithm", "digest"), [("HS256", "sha256"), ("HS384", "sha384"), ("HS512", "sha512")]
)
def test_a_token_tells_which_secret_signed_it(algorithm: str, digest: str) -> None:
    token = _token(VALUE, algorithm, digest)
    explanation = _report(token).explanation
    assert explanation
    assert (explanation.account, explanation.encoding) == ("acme", "JWT")
    assert explanation.algorithm == f"JWT ({algorithm})"
    assert explanation.message == token.rpartition(".")[0]


@pytest.mark.parametrize(
    "authkey",
    [
        _token("a secret that nobody knows"),
        _token("a secret that nobody knows", "none"),
        "eyJ.eyJ.abc",
        "eyJb.eyJ.abc",
        "eyJhbGciOiJIUzI1NiI.eyJ.abc",
        "eyJ" + base64.urlsafe_b64encode(b"[1]").decode() + ".e.x",
        *("7", "undefined", "nH2pQ", "zoe", "48151624", "[object Object]", _base64("8:b@c.de")),
    ],
)
def test_what_is_not_known_is_not_explained(authkey: str) -> None:
    assert _report(authkey).explanation is None


def test_a_short_id_may_be_there_by_chance() -> None:
    assert _report("7", Customer("7", "zoe@example.org")).explanation is None


def test_a_text_is_found_without_any_secret() -> None:
    assert diagnose(page(ZOE, _base64(TEXT)), {}).explanation


def _cookie() -> tuple[str, str]:
    """Return a value as Express signs its cookies, and its text."""
    made = hmac.digest(VALUE.encode(), TEXT.encode(), "sha256")
    return f"s:{TEXT}.{base64.b64encode(made).decode().rstrip('=')}", TEXT


def _rails() -> tuple[str, str]:
    """Return a value as Rails' MessageVerifier signs it, and its text."""
    text = _base64(json.dumps(TEXT))
    return f"{text}--{hmac.new(VALUE.encode(), text.encode(), 'sha1').hexdigest()}", text


def _flask() -> tuple[str, str]:
    """Return a value as itsdangerous signs it, and its text."""
    salt = b"itsdangerous.Signer"
    key = hashlib.sha1(salt + b"signer" + VALUE.encode()).digest()  # noqa: S324 - as it does
    made = hmac.digest(key, TEXT.encode(), "sha1")
    return f"{TEXT}.{base64.urlsafe_b64encode(made).decode().rstrip('=')}", TEXT


@pytest.mark.parametrize("sign", [_cookie, _rails, _flask])
def test_a_value_with_its_signature_is_reported(sign: Callable[[], tuple[str, str]]) -> None:
    authkey, text = sign()
    explanation = _report(authkey).explanation
    assert explanation
    assert (explanation.account, explanation.encoding) == ("acme", "a signed value")
    assert (explanation.message, explanation.right) == (text, TEXT)
    assert _report(f"{authkey[:-1]}{'x' if authkey[-1] != 'x' else 'y'}").explanation is None
