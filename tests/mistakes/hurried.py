"""Programs as they are written in a hurry, and what each makes: id, email and text go wrong.

The programs are named by the line that is wrong; what they print is computed here, with nothing of
ours in it. Those of `hurried_keys` go wrong with the key or the algorithm; the digest's writing is
that of tests/core/mistakes/written.py.
"""

import base64
import hashlib
import hmac
import html
import json
from dataclasses import dataclass, replace
from urllib.parse import quote, quote_plus

from reamaze_gui.core.customer import Customer

SECRET = "5f0c3b7e9a1d4862b0f7c6d5e4938271a6b5c4d3e2f10918273645afbecd0f1e"
PADDED = "c2VjcmV0IG9mIHRoZSBzaG9wIG9uIGFjbWU=="

ZOE = Customer("48151623", "Zoe.Quinn+vip@Example.org", "Zoe Quinn")
UMLAUT = replace(ZOE, email="Noël@löwe.example")
ONEIL = replace(ZOE, email="conor.o'neil@example.org")
ZEROS = replace(ZOE, id="00123")
LONG = replace(ZOE, id="4815162342108")
BIG = replace(ZOE, id="1234567890123456789")
UUID = replace(ZOE, id="3f2b8c1e-6d4a-4f7b-9a0c-5e8d7f6a1b2c")
ID, EMAIL, NAME = ZOE.id, ZOE.email, ZOE.name
TEXT = f"{ID}:{EMAIL}"


@dataclass(frozen=True, slots=True)
class Program:
    """A line that is wrong, what it prints, what was signed, and whom the page sends.

    `source` is what else stands in the page.
    """

    line: str
    authkey: str
    message: str
    sends: Customer = ZOE
    secret: str = SECRET
    source: str = ""


def digest(text: str | bytes, key: str | bytes = SECRET, name: str = "sha256") -> bytes:
    key = key.encode() if isinstance(key, str) else key
    return hmac.digest(key, text.encode() if isinstance(text, str) else text, name)


def hashed(text: str | bytes, name: str = "sha256") -> str:
    return hashlib.new(name, text.encode() if isinstance(text, str) else text).hexdigest()


def signed(line: str, message: str, sends: Customer = ZOE, source: str = "") -> Program:
    """Return a program that signs another text with the right key."""
    return Program(line, digest(message).hex(), message, sends, source=source)


def _json(value: object, *, spaces: bool = False, ascii_only: bool = True) -> str:
    separators = None if spaces else (",", ":")
    return json.dumps(value, separators=separators, ensure_ascii=ascii_only)


_GO = "4.8151623e+07"

VALUES = (
    signed('go: fmt.Sprintf("%v:%s", user["id"], email)', f"{_GO}:{EMAIL}"),
    signed('java: new Double(id) + ":" + email', f"4.8151623E7:{EMAIL}"),
    signed('c: sprintf(buffer, "%g:%s", id, email)', f"4.81516e+07:{EMAIL}"),
    signed('sheet: =A2&":"&B2 after 4,81516E+12', f"4.81516E+12:{EMAIL}", LONG),
    signed("sheet: 4.8E+12 as shown", f"4.81516E+12:{EMAIL}", LONG),
    signed("php: (string)(float)$id of a long one", f"1.2345678901235E+18:{EMAIL}", BIG),
    signed("python: float(id)", f"48151623.0:{EMAIL}"),
    signed(
        "python: pandas wrote the long one as 4815162342108.0", f"4815162342108.0:{EMAIL}", LONG
    ),
    signed("ruby: '%.2f' % id", f"48151623.00:{EMAIL}"),
    signed('net: id.ToString("N0")', f"48,151,623:{EMAIL}"),
    signed('net: id.ToString("N")', f"48,151,623.00:{EMAIL}"),
    signed('net: id.ToString("N") in German', f"48.151.623,00:{EMAIL}"),
    signed("node: id.toLocaleString('en-IN')", f"4,81,51,623:{EMAIL}"),
    signed("node: id.toLocaleString('de-CH')", f"48’151’623:{EMAIL}"),
    signed("php: number_format($id, 0, '', \"'\")", f"48'151'623:{EMAIL}"),
    signed("ruby: number_with_delimiter(id, delimiter: '_')", f"48_151_623:{EMAIL}"),
    signed("node: id.toString(16)", f"{int(ID):x}:{EMAIL}"),
    signed(
        "java: (int) id of a long one", f"{(int(LONG.id) + 2**31) % 2**32 - 2**31}:{EMAIL}", LONG
    ),
    signed("php 32: (int)$id of a long one", f"2147483647:{EMAIL}", LONG),
    signed("node: Number(id)", f"1234567890123456800:{EMAIL}", BIG),
    signed("node: parseInt(zeros)", f"123:{EMAIL}", ZEROS),
    signed("node: parseInt(zeros, 8)", f"83:{EMAIL}", ZEROS),
    signed("python: repr(id)", f"'{ID}':{EMAIL}"),
    signed("python: f'{[id]}'", f"['{ID}']:{EMAIL}"),
    signed("python: str((id,))", f"('{ID}',):{EMAIL}"),
    signed("python: str({id})", f"{{'{ID}'}}:{EMAIL}"),
    signed("node: JSON.stringify([id])", f'["{ID}"]:{EMAIL}'),
    signed("node: `${[id]}` inspected", f"[ '{ID}' ]:{EMAIL}"),
    signed("ruby: [id].inspect", f'["{ID}"]:{EMAIL}'),
    signed('ruby: :"#{id}".inspect', f':"{ID}":{EMAIL}'),
    signed('rust: format!("{:?}", Some(id))', f'Some("{ID}"):{EMAIL}'),
    signed('rust: format!("{:?}", Some(number))', f"Some({ID}):{EMAIL}"),
    signed("scala: Some(id)", f"Some({ID}):{EMAIL}"),
    signed('swift: "\\(id):\\(email)" of two optionals', f'Optional("{ID}"):Optional("{EMAIL}")'),
    signed("swift: Optional email", f'{ID}:Optional("{EMAIL}")'),
    signed("java: OptionalLong", f"OptionalLong[{ID}]:{EMAIL}"),
    signed("java: List.of(id)", f"[{ID}]:{EMAIL}"),
    signed("java: email of a list", f"{ID}:[{EMAIL}]"),
    signed("python: email of a list", f"{ID}:['{EMAIL}']"),
    signed("python: uuid.UUID", f"UUID('{UUID.id}'):{EMAIL}", UUID),
    signed('net: guid.ToString("B")', f"{{{UUID.id}}}:{EMAIL}", UUID),
    signed('net: guid.ToString("P")', f"({UUID.id}):{EMAIL}", UUID),
    signed("net: guid upper", f"{UUID.id.upper()}:{EMAIL}", UUID),
    signed("python: uuid.hex", f"{UUID.id.replace('-', '')}:{EMAIL}", UUID),
    signed("urn", f"urn:uuid:{UUID.id}:{EMAIL}", UUID),
    signed("go: %q", f'"{ID}":"{EMAIL}"'),
    signed("go: %+v of a struct", f"{{ID:{ID} Email:{EMAIL}}}"),
    signed("go: %v of a struct", f"{{{ID} {EMAIL}}}"),
    signed("csv: quoted", f'"{ID}","{EMAIL}"'),
    signed("sql: concat with quotes", f"'{ID}':'{EMAIL}'"),
    signed("shell: tab from cut", f"{ID}\t{EMAIL}"),
    signed("csv: space after the comma", f"{ID}: {EMAIL}"),
    signed("csv: email with NBSP", f"{ID}:{EMAIL}\u00a0"),
    signed("csv: id with BOM", f"\ufeff{ID}:{EMAIL}"),
    signed("csv: id with CR", f"{ID}\r:{EMAIL}"),
    signed("mysql: CHAR(12)", f"{ID}    :{EMAIL}"),
    signed("mssql: nchar(40)", f"{ID}:{EMAIL.ljust(40)}"),
    signed("erb: heredoc", f"    {TEXT}\n"),
    signed("erb: heredoc in two lines", f"{ID}:\n{EMAIL}"),
    signed("liquid: capture", f"\n  {TEXT}\n"),
    signed("liquid: capture with tabs", f"\n\t\t{TEXT}\n\t"),
    signed("blade: spaces at both ends", f" {TEXT} "),
    signed("twig: lines round it", f"\n{TEXT}\n"),
    signed("cf: spaces round both", f" {ID} : {EMAIL} "),
    signed("shell: echo", f"{TEXT}\n"),
    signed("powershell: Out-File", f"{TEXT}\r\n"),
    signed("shell: echo with two spaces", f"{ID}  {EMAIL}"),
    signed("name with email", f"{ID}:{NAME} <{EMAIL}>"),
    signed("mailto", f"{ID}:mailto:{EMAIL}"),
    signed("angle", f"{ID}:<{EMAIL}>"),
    signed("local part", f"{ID}:Zoe.Quinn+vip"),
    signed("no tag", f"{ID}:Zoe.Quinn@Example.org"),
    signed("all lower-cased", f"{ID}:{EMAIL.lower()}"),
    signed("upper", f"{ID}:{EMAIL.upper()}"),
    signed("slashes", f"{ID}:conor.o\\'neil@example.org", ONEIL),
    signed("esc_js", f"{ID}:conor.o&#039;neil@example.org", ONEIL),
    signed("html hex", f"{ID}:conor.o&#x27;neil@example.org", ONEIL),
    signed("json escape html", f"{ID}:conor.o\\u0027neil@example.org", ONEIL),
    signed("doubled quote of SQL", f"{ID}:conor.o''neil@example.org", ONEIL),
    signed("curly apostrophe", f"{ID}:conor.o’neil@example.org", ONEIL),
    signed("url", f"{ID}:{quote_plus(EMAIL)}"),
    signed("url of both", quote(TEXT, safe="")),
    signed("encodeURI", f"{ID}:{quote(UMLAUT.email, safe='@')}", UMLAUT),
    signed("plus to space", f"{ID}:{EMAIL.replace('+', ' ')}"),
    signed("twice html", f"{ID}:{html.escape(html.escape(ONEIL.email))}", ONEIL),
    signed("iconv translit", f"{ID}:Noel@lowe.example", UMLAUT),
    signed("transliterated in German", f"{ID}:Noel@loewe.example", UMLAUT),
    signed("mojibake", f"{ID}:{UMLAUT.email.encode().decode('cp1252')}", UMLAUT),
    signed("numeric entities", f"{ID}:No&#235;l@l&#246;we.example", UMLAUT),
    signed("punycode", f"{ID}:Noël@xn--lwe-sna.example", UMLAUT),
    signed("replacement", f"{ID}:No\ufffdl@l\ufffdwe.example", UMLAUT),
    signed("id of undefined", f"undefined:{EMAIL}"),
    signed("email None", f"{ID}:None"),
    signed("guest", f"0:{EMAIL}"),
    signed("prefix", f"user_{ID}:{EMAIL}"),
    signed("prefix of a class", f"User:{ID}:{EMAIL}"),
    signed("prefix account", f"acme-{ID}:{EMAIL}"),
    signed("prefix account with underscore", f"acme_{ID}:{EMAIL}"),
    signed("gid", f"gid://shopify/Customer/{ID}:{EMAIL}"),
    signed("gid of rails", f"gid://app/User/{ID}:{EMAIL}"),
    signed("path", f"/users/{ID}:{EMAIL}"),
    signed("hash of email", f"{ID}:{hashed(EMAIL.lower(), 'md5')}"),
    signed("hash of id", f"{hashed(ID, 'md5')}:{EMAIL}"),
    signed("id in base64", f"{base64.b64encode(ID.encode()).decode()}:{EMAIL}"),
)

_PAIRS = {"id": ID, "email": EMAIL}
_NAMED = {"id": ID, "email": EMAIL, "name": NAME}
TEXTS = (
    signed("JSON", _json(_PAIRS)),
    signed("JSON with spaces", _json(_PAIRS, spaces=True)),
    signed("JSON with a number", _json({"id": int(ID), "email": EMAIL})),
    signed("JSON with a number and spaces", _json({"id": int(ID), "email": EMAIL}, spaces=True)),
    signed("JSON, email first", _json({"email": EMAIL, "id": ID})),
    signed("JSON, email first, number", _json({"email": EMAIL, "id": int(ID)})),
    signed("JSON with the name", _json(_NAMED)),
    signed("JSON with the name first", _json({"name": NAME, "email": EMAIL, "id": ID})),
    signed("JSON of user_id", _json({"user_id": ID, "email": EMAIL})),
    signed("JSON, raw ë", _json({"id": ID, "email": UMLAUT.email}, ascii_only=False), UMLAUT),
    signed("JSON list of pairs", _json([ID, EMAIL], spaces=True)),
    signed("JSON pretty", json.dumps(_PAIRS, indent=2)),
    signed("JSON with a line break", _json(_PAIRS) + "\n"),
    signed("query", f"id={ID}&email={EMAIL}"),
    signed("query, coded", f"id={ID}&email={quote_plus(EMAIL)}"),
    signed("query sorted", f"email={quote_plus(EMAIL)}&id={ID}"),
    signed("query with name", f"id={ID}&email={quote_plus(EMAIL)}&name={quote_plus(NAME)}"),
    signed("query sorted with name", f"email={quote_plus(EMAIL)}&id={ID}&name={quote_plus(NAME)}"),
    signed("query of user", f"user_id={ID}&user_email={quote_plus(EMAIL)}"),
    signed("account first", f"acme:{ID}:{EMAIL}"),
    signed("account last", f"{ID}:{EMAIL}:acme"),
    signed("account between bars", f"acme|{ID}|{EMAIL}"),
    signed("name first", f"{NAME}:{ID}:{EMAIL}"),
    signed("name between", f"{ID}:{NAME}:{EMAIL}"),
    signed("name last, bars", f"{ID}|{EMAIL}|{NAME}"),
    signed("name, commas", f"{ID},{EMAIL},{NAME}"),
    signed("name and email", f"{NAME}:{EMAIL}"),
    signed("email and name", f"{EMAIL}:{NAME}"),
    signed("nothing between three", f"{ID}{EMAIL}{NAME}"),
    signed("email first, a bar", f"{EMAIL}|{ID}"),
    signed("email first, a tab", f"{EMAIL}\t{ID}"),
    signed("colon twice", f"{ID}::{EMAIL}"),
    signed("colon last", f"{ID}:{EMAIL}:"),
    signed("in quotes", f'"{TEXT}"'),
    signed("in single quotes with line break", f"'{TEXT}'\n"),
    signed("in brackets", f"[{TEXT}]"),
    signed("in braces of a template", f"{{{{ {TEXT} }}}}"),
    signed("lines", f"{ID}\n{EMAIL}\n"),
    signed("names and values", f"id:{ID},email:{EMAIL}"),
    signed("yaml", f"id: {ID}\nemail: {EMAIL}\n"),
    signed("xml", f"<id>{ID}</id><email>{EMAIL}</email>"),
    signed("php: serialize", f'a:2:{{s:2:"id";s:8:"{ID}";s:5:"email";s:{len(EMAIL)}:"{EMAIL}";}}'),
    signed("php: print_r", f"Array\n(\n    [id] => {ID}\n    [email] => {EMAIL}\n)\n"),
    signed("ruby: hash", f'{{:id=>"{ID}", :email=>"{EMAIL}"}}'),
    signed("ruby 3.4: hash", f'{{id: "{ID}", email: "{EMAIL}"}}'),
    signed("ruby: hash of strings", f'{{"id"=>"{ID}", "email"=>"{EMAIL}"}}'),
    signed("python: dict", f"{{'id': '{ID}', 'email': '{EMAIL}'}}"),
    signed("python: dict of a number", f"{{'id': {ID}, 'email': '{EMAIL}'}}"),
    signed("python: tuple of a number", f"({ID}, '{EMAIL}')"),
    signed("go: map", f"map[email:{EMAIL} id:{ID}]"),
    signed("java: map", f"{{id={ID}, email={EMAIL}}}"),
    signed("sha256 before", hashed(TEXT)),
    signed("md5 before", hashed(TEXT, "md5")),
    signed("sha1 before", hashed(TEXT, "sha1")),
    signed("base64 before", base64.b64encode(TEXT.encode()).decode()),
    signed("hex before", TEXT.encode().hex()),
    signed(
        "other email in the page",
        f"{ID}:zoe@work.example",
        source="<a href='mailto:zoe@work.example'>Signed in as zoe@work.example</a>",
    ),
    signed(
        "other id of Shopify",
        f"6417:{EMAIL}",
        source='<script>var __st={"a":1,"cid":6417};</script>',
    ),
    signed(
        "other id of the data layer",
        f"C-6417:{EMAIL}",
        source="<script>dataLayer.push({'userId':'C-6417'});</script>",
    ),
    signed(
        "other email of the data layer",
        f"{ID}:zq@work.example",
        source="<script>dataLayer.push({user_email:'zq@work.example'});</script>",
    ),
)

# The page sends something else than was signed, and is at fault.
PAGES = (
    signed(
        "page: htmlspecialchars",
        f"{ID}:{ONEIL.email}",
        replace(ONEIL, email="conor.o&#039;neil@example.org"),
    ),
    signed("page: rawurlencode", TEXT, replace(ZOE, email=quote(EMAIL))),
    signed("page: $_GET", TEXT, replace(ZOE, email=EMAIL.replace("+", " "))),
    signed(
        "page: Latin-1",
        f"{ID}:{UMLAUT.email}",
        replace(UMLAUT, email=UMLAUT.email.encode().decode("cp1252")),
    ),
    signed(
        "page: addslashes",
        f"{ID}:{ONEIL.email}",
        replace(ONEIL, email="conor.o\\'neil@example.org"),
    ),
    signed("page: number_format", TEXT, replace(ZOE, id="48,151,623")),
    signed("page: Swiss", TEXT, replace(ZOE, id="48’151’623")),
    signed("page: Indian", TEXT, replace(ZOE, id="4,81,51,623")),
    signed("page: .0", TEXT, replace(ZOE, id="48151623.0")),
    signed("page: gid", TEXT, replace(ZOE, id=f"gid://shopify/Customer/{ID}")),
    signed("page: str.zfill(10) signed", f"0048151623:{EMAIL}"),
    signed("page: zeros lost", f"00123:{EMAIL}", replace(ZOE, id="123")),
    signed("page: swapped", TEXT, replace(ZOE, id=EMAIL, email=ID)),
    signed("page: spaces", TEXT, replace(ZOE, email=f"  {EMAIL}\n")),
    signed("page: quotes", TEXT, replace(ZOE, id=f'"{ID}"')),
    signed(
        "page: ObjectId",
        f"507f1f77bcf86cd799439011:{EMAIL}",
        replace(ZOE, id="ObjectId('507f1f77bcf86cd799439011')"),
    ),
    signed("page: list", TEXT, replace(ZOE, id=f"['{ID}']")),
    signed("page: email in JSON", TEXT, replace(ZOE, email=f'\\"{EMAIL}\\"')),
    signed("page: email in angle brackets", TEXT, replace(ZOE, email=f"<{EMAIL}>")),
    signed("page: Go's number", TEXT, replace(ZOE, id="4.8151623e+07")),
)
