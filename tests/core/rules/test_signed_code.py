"""What a server's code signs is read as an expression, and what is certainly wrong with it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reamaze_gui.core.rules.signed_code import signed_code
from reamaze_gui.resources import resource

RIGHT = (
    *("php.php", "wordpress.php", "rails.html.erb", "ruby.erb", "flask.py", "django.py"),
    *("express.js", "crypto-js.js", "shopify.liquid", "go.go"),
)


@pytest.mark.parametrize("name", RIGHT)
def test_our_own_code_signs_id_and_email_and_nothing_is_wrong_with_it(name: str) -> None:
    source = Path(str(resource(f"snippets/{name}"))).read_bytes().decode()
    found = signed_code(source)
    assert found is not None
    assert found.wrong == ""
    assert "mac" in source.split("\n")[found.line - 1].lower()


@pytest.mark.parametrize(
    ("source", "signed", "wrong"),
    [
        ("hash_hmac('sha256', $user->email, $secret)", "$user->email", "the email alone"),
        ("$m = $u->email;\nhash_hmac('sha256', $m, $s)", "$u->email", "the email alone"),
        ("hash_hmac('sha256', $id . $email, $s)", "$id . $email", "without a colon"),
        ('hash_hmac("sha256", "$email:$id", $s)', '"$email:$id"', "the email before the id"),
        ("hmac.new(KEY, str(u.pk).encode(), sha256)", "str(u.pk)", "the id alone"),
        ("hmac.new(k, user.email.encode('utf-8'), sha256)", "user.email", "the email alone"),
        ("OpenSSL::HMAC.hexdigest('sha256', ENV['S'], u.email)", "u.email", "the email alone"),
        ("createHmac('sha256', s).update(user.id)", "user.id", "the id alone"),
        ("CryptoJS.HmacSHA256(userId + email, s)", "userId + email", "without a colon"),
        ("{{ customer.email | hmac_sha256: s }}", "customer.email", "the email alone"),
        ("mac.Write([]byte(user.Email))", "user.Email", "the email alone"),
        ("h.ComputeHash(Encoding.UTF8.GetBytes(u.Email))", "u.Email", "the email alone"),
        ('mac.doFinal(u.getEmail().getBytes("UTF-8"))', "u.getEmail()", "the email alone"),
        ("const m = u.email; subtle.sign('HMAC', k, enc.encode(m))", "u.email", "email alone"),
        (
            "hash_hmac('sha256', $id.':'.trim($email), $s)",
            "$id.':'.trim($email)",
            "what trim makes",
        ),
    ],
)
def test_what_is_certainly_wrong_is_said(source: str, signed: str, wrong: str) -> None:
    found = signed_code(source)
    assert found is not None
    assert (found.signed, wrong in found.wrong) == (signed, True)


@pytest.mark.parametrize(
    "source",
    [
        "hash_hmac('sha256', sprintf('%s:%s', $id, $email), $s)",
        "hmac.new(k, '{1}:{0}'.format(user.email, user.id).encode(), sha256)",
        "$e = trim($email); hash_hmac('sha256', $id.':'.trim($email), $s); send(trim($email))",
        "createHmac('sha256', s).update(`${user.id}:${user.email}`)",
    ],
)
def test_what_may_be_right_is_not_called_wrong(source: str) -> None:
    found = signed_code(source)
    assert found is not None
    assert found.wrong == ""


@pytest.mark.parametrize(
    "source",
    [
        *["", "hash_hmac('sha256', $message, $secret)", "hash_hmac('sha256'", "hash_hmac()"],
        *["hash_hmac('sha256', \"it\\\"s, $x", "md5($email)", "mac.Write(data)"],
    ],
)
def test_what_cannot_be_told_is_not(source: str) -> None:
    assert signed_code(source) is None


PIECES = ["hash_hmac(", "hmac.new(", "$id", "email", *"'\"`,.:()[]{};=| \n", ".encode()"]


@given(st.lists(st.sampled_from(PIECES), max_size=20))
def test_no_code_is_too_strange(pieces: list[str]) -> None:
    found = signed_code("".join(pieces))
    assert found is None or found.signed
