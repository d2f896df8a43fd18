"""Code that computes the HMAC on a server is distinguished from code that does so in the browser."""

import pytest

from reamaze_gui.core.code_side import public_secret
from reamaze_gui.core.page import Clue, Kind
from reamaze_gui.core.reader import read

OTHERS = {
    "Python": "authkey = hmac.new(SECRET.encode(), b'5:a@b.c', hashlib.sha256).hexdigest()",
    "Ruby": "authkey = OpenSSL::HMAC.hexdigest('sha256', ENV['SECRET'], '5:a@b.c')",
    "Go": 'mac := hmac.New(sha256.New, []byte(os.Getenv("SECRET")))\nauthkey := hex.EncodeToString(mac.Sum(nil))',
    "PHP": "$authkey = hash_hmac('sha256', '5:a@b.c', getenv('SECRET'));",
}


@pytest.mark.parametrize("name", OTHERS)
def test_another_language_is_a_servers(name: str) -> None:
    page = read(f"id = '5'; email = 'a@b.c'\n{OTHERS[name]}")
    assert not page.seen(Clue.HMAC)
    authkey = page.user.get("authkey") if page.user else None
    assert authkey is None or authkey.kind is Kind.COMPUTED


@pytest.mark.parametrize(
    "code",
    [
        "_support.account = process.env.NEXT_PUBLIC_REAMAZE_ACCOUNT;",
        "init(import.meta.env.VITE_API_KEY)",
        "const url = process.env.REACT_APP_URL + '/authkey'",
        "stripe(process.env.NEXT_PUBLIC_STRIPE_KEY)",
    ],
)
def test_what_is_public_by_nature_is_no_secret(code: str) -> None:
    assert public_secret(code) is None
