"""Single mistakes are found, described in a sentence, and match what programs really print."""

import hashlib
import hmac
import json
import subprocess
from base64 import b64encode, urlsafe_b64decode
from collections.abc import Collection

import pytest

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.customer import Customer
from reamaze_gui.core.diagnosis import Explanation, Verdict, diagnose
from reamaze_gui.core.mistakes import Side, singles
from reamaze_gui.core.mistakes.alternatives import what_is_sent
from reamaze_gui.core.mistakes.decoders import ENOUGH
from reamaze_gui.core.mistakes.records import records
from reamaze_gui.core.mistakes.retyped import retyped
from reamaze_gui.core.mistakes.search import DEEPEST, Found, Targets, search
from reamaze_gui.core.mistakes.sent import Sent
from reamaze_gui.core.mistakes.signed_texts import COMPLETE
from reamaze_gui.core.reader import read
from tests.core.making import page
from tests.core.sentences import faults

ID, EMAIL, NAME = "48151623", "zoe.quinn@example.org", "Zoe Quinn"
ZOE = Customer(ID, EMAIL, NAME)
SENT = Sent(
    ID,
    EMAIL,
    elsewhere={"“zq” (line 3)": "zq"},
    name=NAME,
)
VALUE = "nH2pQ8-T5vX1yB4cE7fG0kL3mZ6s"


def _explained(
    message: str, key: str = VALUE, sends: Customer = ZOE, beside: str = ""
) -> Explanation:
    authkey = hmac.digest(key.encode(), message.encode(), "sha256").hex()
    report = diagnose(page(sends, authkey) + beside, {"acme": Secret(VALUE)})
    assert report.verdict is Verdict.EXPLAINED
    assert report.explanation
    assert VALUE not in repr(report.explanation)
    return report.explanation


def _digest(message: str, key: str = VALUE) -> bytes:
    return hmac.digest(key.encode(), message.encode(), "sha256")


def _found(
    made: Collection[bytes], deepest: int = COMPLETE, sends: Customer = ZOE, beside: str = ""
) -> dict[bytes, Found]:
    """Return how each digest is found first, in one search that ends with the last of them."""
    sent = what_is_sent(read(page(sends, "") + beside), sends, [])
    assert sent
    found: dict[bytes, Found] = {}
    targets = Targets(frozenset(each[:ENOUGH] for each in made))
    for each in search(sent, {"acme": Secret(VALUE)}, targets, deepest):
        if isinstance(each, Found):
            assert VALUE not in repr(each)
            found.setdefault(each.digest, each)
            if {*found} >= {*made}:
                break
    return found


SIGNED = (
    ("={{ $json.id }}:{{ $json.email }}", "names of the variables"),
    ("{{ Auth::user()->id }}:{{ Auth::user()->email }}", "names of the variables"),
    ("Array[id]:Array[email]", "names of the variables"),
    ("{id}-{email}", "names of the variables"),
    (f":{ID}{EMAIL}", "colon was joined with ID and email as a value, in front"),
    (f"{EMAIL}{ID}:", "colon was joined with email and ID as a value, at the end"),
    (f"%s:%s{ID}{EMAIL}", "appended to “%s:%s”"),
    (":".join(f"{ID}{EMAIL}"), "between all letters"),
    ("{{ customer.email }}", "Only the name of the email's variable"),
    (f"{{1.id}}:{EMAIL}", "name of a variable was signed for the ID"),
    (f"{ID}:*|EMAIL|*", "name of a variable was signed for the email"),
    (f"<built-in function id>:{EMAIL}", "was signed, not the ID"),
    (f"{ID}:CustomerDrop", "was signed, not the email"),
    (f"gid://shop/User/{ID}:{EMAIL}", "Rails names a User"),
    (f"٤٨١٥١٦٢٣:{EMAIL}", "Arabic digits"),
    (f"48151632:{EMAIL}", "its 7th and 8th characters swapped"),
    (f"{ID}:zoe.qinn@example.org", "without its 6th character"),
    (f"{ID}<br>{EMAIL}", "joined with “<br>”"),
    (f"{EMAIL} <{ID}>", "joined as in “… <…>”"),
    (f"{ID}:{EMAIL}:{ID}", "joined as in “…:…:…”"),
    (f"{EMAIL}->{ID}", "before the ID, and joined with “->”"),
    (f"{ID}:{EMAIL},{EMAIL}", "email was signed twice in a row"),
    (f"Message: {ID}:{EMAIL}", "A label was also signed"),
    ("<user.id>:<user.email>", "names of the variables"),
    ("{{inputData.id}}:{{inputData.email}}", "names of the variables"),
    ("CONCAT(user_id, ':', user_email)", "names of the variables"),
    ("user.id + ':' + user.email", "names of the variables"),
    ('=A2&":"&B2', "names of the variables"),
    (f"{ID}:Zoe:Quinn:{EMAIL}", "The ID, the first name, the last name and the email were signed"),
    (f"{EMAIL} Zoe", "The email and the first name were signed, joined with “ ”"),
    (
        json.dumps({"email": EMAIL, "id": int(ID), "authkey": None}),
        "as a JSON object: email, id, authkey",
    ),
    ("@{triggerBody()?['id']}:@{triggerBody()?['email']}", "names of the variables"),
    (f"<id>{ID}</id>:<email>{EMAIL}</email>", "names of ID and email were also signed"),
    ("AnonymousUser", "“AnonymousUser” was signed, not ID and email"),
    (f"id={ID}:email={EMAIL}", "names of ID and email were also signed"),
    (
        b64encode(json.dumps({"id": int(ID), "email": EMAIL}).encode()).decode(),
        "a JSON object with spaces: id, email, the ID as a number",
    ),
    (
        b64encode(f"email=zoe.quinn%40example.org&external_id={ID}".encode()).decode(),
        "in Base64",
    ),
)
KEYS = (
    (VALUE.replace("5", "S"), "with a different 9th character"),
    (VALUE[:12] + VALUE[13:], "without its 13th character"),
    ("N" + VALUE[1:], "with its 1st character in the other case"),
    (f"{VALUE[:12]}\u200b{VALUE[12:]}", "with a zero-width space before its 13th character"),
    (VALUE.replace("-", "\u2013"), "with \u2013 for every -"),
    (f"{VALUE}\n{VALUE}\n", "written twice"),
    (f'"{VALUE}",\n', 'with more around it (“"…",\n”)'),
    (f'SSO secret: "{VALUE}"\n', "together with its name (“SSO secret:”)"),
    (f"export SSO_KEY='{VALUE}'", "together with its name (“export SSO_KEY=”)"),
    (f"<secret>{VALUE}</secret>", "within an element of XML (“secret”)"),
    (
        f"new byte[] {{ {', '.join(map(str, VALUE.encode()))} }}",
        "as its bytes are printed (“new byte[] { … }”)",
    ),
    (
        str({"sso_secret": VALUE}),
        "within the object or JSON that it is kept in (“sso_secret”)",
    ),
)


STRANGERS = {
    "•" * 16: "The dots or stars that hide a secret on screen were used as the key",
    **{
        key: f"A placeholder or a name was used as the key, not the secret: “{key}”."
        for key in ("<your secret>", "YOUR_SHARED_SECRET", "process.env.NEXT_PUBLIC_SSO_KEY")
    },
}
TWICE: list[tuple[str, str, set[str]]] = [
    (f"{ID}:'ZOE.QUINN@EXAMPLE.ORG'", VALUE, {"upper-cased", "in single quotes"}),
    (f"  {ID};{EMAIL}", VALUE, {"semicolon", "two spaces"}),
    (f'"{ID}:{EMAIL.upper()}"', VALUE, {"upper-cased", "in double quotes"}),
    (f"{ID}:{EMAIL}", f"\ufeff{VALUE}\r\n", {"byte-order mark", "Windows line break"}),
    (f"{ID}:{EMAIL}", VALUE.replace("-", "").upper(), {"upper-cased", "hyphens"}),
    (f"{ID};{EMAIL}", f" {VALUE}", {"semicolon", "space at its start"}),
]


@pytest.fixture(scope="module")
def found() -> dict[bytes, Found]:
    """Return how each of all these is found first, in one search."""
    return _found(
        [
            *(_digest(message) for message, _ in SIGNED),
            *(_digest(f"{ID}:{EMAIL}", key) for key in (*dict(KEYS), *STRANGERS)),
            *(_digest(message, key) for message, key, _ in TWICE),
        ]
    )


def test_what_is_signed_in_place_of_the_text_is_found(found: dict[bytes, Found]) -> None:
    for message, part in SIGNED:
        first = found[_digest(message)]
        assert (first.text, first.right) == (message, f"{ID}:{EMAIL}")
        assert part in first.slips[0].says
        assert first.key == "the SSO secret of acme"


def test_what_is_used_in_place_of_the_secret_is_found(found: dict[bytes, Found]) -> None:
    for key, part in KEYS:
        first = found[_digest(f"{ID}:{EMAIL}", key)]
        assert part in first.slips[0].says
        assert first.key == f"the SSO secret of acme, {part}"
        assert first.text == first.right


def test_a_key_that_is_no_secret_is_reported_and_belongs_to_no_account(
    found: dict[bytes, Found],
) -> None:
    for key, says in STRANGERS.items():
        first = found[_digest(f"{ID}:{EMAIL}", key)]
        assert first.slips[0].says.startswith(says)
        assert first.account is None
        assert "acme" not in first.key


def test_two_slips_in_one_step_or_two_rare_ones_are_found(found: dict[bytes, Found]) -> None:
    for message, key, parts in TWICE:
        first = found[_digest(message, key)]
        assert (first.text, first.right) == (message, f"{ID}:{EMAIL}")
        said = sorted(slip.says for slip in first.slips)
        assert len(said) == len(parts)
        assert all(any(part in each for each in said) for part in parts)


def test_another_email_in_escaped_quotes_is_not_explained() -> None:
    authkey = _digest(f"{ID}:{EMAIL}").hex()
    report = diagnose(page(Customer(ID, "&quot;ZOE@B.C&quot;"), authkey), {"acme": Secret(VALUE)})
    assert report.verdict is Verdict.UNEXPLAINED


UUID = "3f2b8c1e-6d4a-4f7b-9a0c-5e8d7f6a1b2c"


def test_a_uuid_in_another_form_is_found() -> None:
    forms = (
        "83967474447379786170936250522875337516",
        "PyuMHm1KT3uaDF6Nf2obLA==",
        "HowrP0pte0-aDF6Nf2obLA",
    )
    made = [_digest(f"{form}:{EMAIL}") for form in forms]
    found = _found(made, sends=Customer(UUID, EMAIL))
    assert all("a UUID" in found[each].slips[0].says for each in made)


BESIDE = """<script>var userLogin='zq';</script><p>Phone: +49</p><b data-timestamp='17644'>
    <p>user-id: 9, a@b.c</p>"""
ELSEWHERE = {
    f"zq:{EMAIL}": "“zq” (line",
    f"{ID}:+49": "“+49” (line",
    f"{ID}:{EMAIL}:17644": "“17644” (line",
    "9:a@b.c": "was signed, not the ID",
}


def test_what_stands_elsewhere_is_found() -> None:
    found = _found([*map(_digest, ELSEWHERE)], beside=BESIDE)
    for message, part in ELSEWHERE.items():
        assert part in found[_digest(message)].slips[0].says


def test_php_leaves_letters_outside_ascii_in_their_case() -> None:
    explanation = _explained("ZOË1:NOëL@B.C".replace("Ë", "ë"), sends=Customer("zoë1", "noël@b.c"))
    assert "email was upper-cased, except for letters outside ASCII" in explanation.slips[0].says


def test_an_address_of_the_account_may_be_signed_too() -> None:
    authkey = _digest(f"acme.reamaze.com|{ID}:{EMAIL}").hex()
    source = page(ZOE, authkey) + "<script>_support.account = 'acme'</script>"
    explanation = diagnose(source, {"acme": Secret(VALUE)}).explanation
    assert explanation
    assert "The account's address was signed too" in explanation.slips[0].says


@pytest.mark.parametrize(
    ("sends", "signed"),
    [
        pytest.param(
            *(Customer(ID, "no?l@m\ufffdller.de"), f"{ID}:noël@müller.de"), marks=pytest.mark.slow
        ),
        (Customer(ID, "no\ufffdl@muller.de"), f"{ID}:noël@muller.de"),
        (Customer("caf?-7", EMAIL), f"café-7:{EMAIL}"),
        (Customer(ID, "ko?odziej@example.pl"), f"{ID}:kołodziej@example.pl"),
    ],
)
def test_for_letters_that_were_lost_the_page_is_at_fault(sends: Customer, signed: str) -> None:
    explanation = _explained(signed, sends=sends)
    assert (explanation.message, explanation.right) == (signed, signed)
    assert explanation.side is Side.PAGE


def test_more_lost_letters_than_can_be_tried_are_left_alone() -> None:
    authkey = _digest(f"{ID}:äöüß@example.org").hex()
    report = diagnose(page(Customer(ID, "????@example.org"), authkey), {"acme": Secret(VALUE)})
    assert report.verdict is Verdict.UNEXPLAINED


ANOTHER = {
    "algorithm": hmac.digest(VALUE.encode(), f"{ID}<br>{EMAIL}".encode(), "sha1"),
    "key": hmac.digest(urlsafe_b64decode(VALUE), f"{ID}<br>{EMAIL}".encode(), "sha256"),
    "no key": hashlib.sha256(f"{ID}<br>{EMAIL}".encode()).digest(),
}


@pytest.mark.parametrize(
    "others", [["algorithm", "key"], pytest.param(["no key"], marks=pytest.mark.slow)]
)
def test_the_longer_search_finds_them_together_with_a_common_mistake(others: list[str]) -> None:
    found = _found({ANOTHER[another] for another in others}, DEEPEST)
    for another in others:
        first = found[ANOTHER[another]]
        assert first.text == f"{ID}<br>{EMAIL}"
        assert len(first.slips) == len(("the joint", another))
        assert ("acme" in first.key) == (another != "no key")


def test_an_address_that_cloudflare_hides_is_found_and_the_page_is_at_fault() -> None:
    hidden = bytes([7, *(each ^ 7 for each in EMAIL.encode())]).hex()
    explanation = _explained(
        f"{ID}:{EMAIL}",
        sends=Customer(ID, "[email protected]"),
        beside=f'<a data-cfemail="{hidden}">[email protected]</a>',
    )
    assert (explanation.side.value, explanation.right) == ("page", f"{ID}:{EMAIL}")


def test_a_google_address_is_tried_under_both_domains() -> None:
    sends = Customer(ID, "zoe@googlemail.com")
    assert "gmail.com" in _explained(f"{ID}:zoe@gmail.com", sends=sends).slips[0].says


def test_all_that_is_tried_alone_is_said_in_sentences() -> None:
    made = [*singles.texts(SENT), *singles.secrets(VALUE), *singles.strangers()]
    assert len(made) > 30_000
    for says in {each.says for each in made} | {each.fix for each in made}:
        assert not faults(says)
        assert VALUE not in says


def test_a_text_of_any_length_is_retyped_in_a_bounded_number_of_ways() -> None:
    assert sum(1 for _ in retyped("x" * 128)) < 20_000
    assert not [*retyped("x" * 129)]


PRINTED = {
    "Node.js prints an object": f"""node -e 'class User {{}};
        const user = Object.assign(new User, {{id: {ID}, email: "{EMAIL}"}});
        process.stdout.write(require("util").inspect(user))'""",
    "Ruby prints a struct": f"""ruby -e 'User = Struct.new(:id, :email)
        print User.new({ID}, "{EMAIL}").inspect'""",
    "PHP exports an array": f"""php -r 'var_export(["id" => "{ID}", "email" => "{EMAIL}"]);'""",
    "Python prints an ordered dictionary": f"""python3 -c 'from collections import OrderedDict
print(OrderedDict(id={ID}, email="{EMAIL}"), end="")'""",
}


@pytest.mark.parametrize("what", PRINTED)
def test_records_are_what_languages_print(what: str) -> None:
    printed = subprocess.run(
        ["sh", "-c", PRINTED[what]], capture_output=True, text=True, check=True
    )
    assert printed.stdout in {
        text for text, named in records(ID, EMAIL, NAME) if named.startswith(what)
    }
