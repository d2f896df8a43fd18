"""What a text calls the SSO secret is found, however people and programs write it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reamaze_gui.core.page import Entry, Kind, Page, Place, User
from reamaze_gui.core.rules.named_secrets import named_secrets

VALUE = "opensesame-12345"

NAMED = """\
_support['user']={id:'5',sso_key:'§'};
SSO key: §
Our SSO secret is §.
SSO_SECRET=§
SECRET = '§'
const SSO_SECRET: string = "§";
define('REAMAZE_SSO_KEY', '§');
'sso_key' => '§',
ssoSecret := []byte("§")
key = Buffer.from(process.env.SSO_SECRET || '§')
os.environ.get('SSO_SECRET', '§')
env.fetch('REAMAZE_SECRET') { '§' }
getenv('SSO_SECRET') ?: '§'
process.env.REAMAZE_SSO_SECRET ?? "§"
<sso_key>§</sso_key>
<sso_key><![CDATA[§]]></sso_key>
<input name="sso_key" value="§">
<meta name="reamaze-sso-secret" content="§">
{"name":"sso_key","value":"§"}
**SSO key:** §
| SSO secret | § |
setSSOKey('§')
secret = b'§'
hash_hmac('sha256', $id.':'.$email, '§')
openssl dgst -sha256 -hmac §
sso_secret,§
hmac.new(b'§', msg, hashlib.sha256)
?sso_key=§&x=1
The SSO key we use is §
sso_key = § ; changed in May
sso_key: § // old
ssoSecret: § /* live */
Our SSO key (§) is new
Our SSO key for Re:amaze is "§" and the customer is 5
@sso_key ||= '§'
let secret: &str = "§";
SSO secret (from Settings): §
SSO Secret - §
--data-raw 'sso%5Bid%5D=5&sso_key=§'
crypto.subtle.importKey('raw', new TextEncoder().encode('§'), {name:'HMAC',hash:'SHA-256'}
new HMACSHA256(Encoding.UTF8.GetBytes("§"))
new SecretKeySpec("§".getBytes(), "HmacSHA256")
CryptoJS.HmacSHA256(id + ":" + email, "§")
SSO Secret\t§
<dt>SSO Secret</dt><dd>§</dd>
Geheimer Schlüssel: §
Clé secrète : §
Chiave segreta: §
Geheime sleutel: §
Hemlig nyckel: §
Hemmelig nøgle: §
Salainen avain: §
Tajny klucz: §
Tajný klíč: §
Titkos kulcs: §
Gizli anahtar: §
Секретный ключ: §
SSO 密钥: §
La clave secreta SSO es §
Clé SSO : §
bin/magento config:set reamaze/general/sso_key §
INSERT INTO settings (name, value) VALUES ('reamaze_sso_secret', '§');
UPDATE core_config_data SET value = '§' WHERE path = 'reamaze/general/sso_secret';
│ sso_key │ '§' │
シークレット: §
openssl dgst -sha256 -mac HMAC -macopt key:§
{{ message | hmac_sha256: '§' }}
key = b'§'; print(hmac.new(key, message, hashlib.sha256).hexdigest())
<?php $k = '§'; echo hash_hmac('sha256', $user->id.':'.$user->email, $k);
word = '§'; OpenSSL::HMAC.hexdigest('sha256', word, "#{id}:#{email}")
const k = '§'; crypto.createHmac('sha256', k).update(message)
k := "§"; mac := hmac.New(sha256.New, []byte(k))
String k = "§"; mac.init(new SecretKeySpec(k.getBytes(UTF_8), "HmacSHA256"));
K="§"; printf '%s' "$ID:$EMAIL" | openssl dgst -sha256 -hmac "$K\"""".splitlines()


OTHERS = """\
var client_secret = 'pi_3Nabc_secret_8Jdk22Hnm';
var reamaze_sso_secret = 'YOUR_SSO_SECRET';
var s = '{{ settings.sso_secret }}';
var reamaze_sso_secret = '';
The SSO secret stands in: 'Account Settings'
reamaze_sso_secret = readSecret('9b2c7f61aa03d1e8')
const secret = process.env.REAMAZE_SSO_SECRET;
$secret = config('services.reamaze.secret');
SSO_SECRET=$(cat /run/secrets/sso)
SSO_SECRET=${SECRET}
secret: settings.secret,
const ssoSecret = ssoSecretFromVault;
The SSO secret is stored in Account Settings.
SSO secret: unknown
SSO key: ********
SSO key: [redacted]
Where do I find the SSO key?
get_option('reamaze_sso_key')
hash_hmac('sha256', $id . ':' . $email, $secret);
createHmac('sha256', process.env.SSO_SECRET).update(`${id}:${email}`).digest('hex')
['id', 'secret', 'authkey12345']
add_settings_field('reamaze_sso_key', 'Reamaze_SSO_Key1', 'cb')
Deno.env.get('REAMAZE_SSO_SECRET')),{name:'HMAC',hash:'SHA-256'}
authkey: '15f14d115d088c09ba4f447ce69256df167376c8f5820de02787f9d49c6306df'
hmac.new(settings.SSO_SECRET.encode(), f"{id}:{email}".encode(), hashlib.sha256)
OpenSSL::HMAC.hexdigest('sha256', ENV['reamaze_secret'], "#{id}:#{email}")
Is the SSO secret correct?
import HmacSHA256 from 'crypto-js/hmac-sha256';
The SSO key is confidential and must stay on the server.
The SSO secret is: version2 of it
SSO secret: see https://www.reamaze.com/admin
SSO key: it was changed yesterday 12345678
The secret key: email
<label for="sso_key">SSO Key</label>
if (secret === "undefined1") {}
SSO key\t2026-11-29
$id = 'customer-48151623'; hash_hmac('sha256', $id . ':' . $email, $secret);
auth_key_reamaze: 9b2c7f61aa03d1e8
The reamaze_sso_secret option is stored
String secret = System.getenv("REAMAZE_SSO_SECRET1");""".splitlines()


@pytest.mark.parametrize("line", NAMED)
def test_what_is_named_as_the_secret_is_found_with_its_line(line: str) -> None:
    (found,) = named_secrets(Page(f"\n{line.replace('§', VALUE)}\n"))
    assert (found.value, found.line) == (VALUE, 2)
    assert VALUE not in repr(found)


@pytest.mark.parametrize("line", OTHERS)
def test_what_only_speaks_of_a_secret_is_none(line: str) -> None:
    assert named_secrets(Page(f"\n{line}\n")) == ()


@pytest.mark.parametrize(
    "text",
    [
        "SSO secret:\n§\n",
        "[reamaze]\nbrand=acme\nsso_key = §\n",
        "The brand is acme\nsso_key: §\n",
        " brand | sso_secret\n-------+------------\n acme  | §\n",
        "brand;sso secret;x\nacme;§;y\n",
        "- name: REAMAZE_SSO_SECRET\n  value: §\n",
        'variable "reamaze_sso_secret" {\n  default = "§"\n}',
        "SSO Secret\n§\n",
        "wp option get reamaze_account_sso_key\n§\n",
        "[10:12] Ana: what is the sso secret?\n[10:13] Bob: §\n",
        "K=§\nprintf '%s' \"$ID:$EMAIL\" | openssl dgst -sha256 -hmac $K\n",
    ],
)
def test_the_value_may_stand_on_another_line_than_its_name(text: str) -> None:
    assert [each.value for each in named_secrets(Page(text.replace("§", VALUE)))] == [VALUE]


@pytest.mark.parametrize("name", ["sso_key", "ssoKey", "secret", "SSO Secret"])
def test_a_value_of_the_customer_may_be_one(name: str) -> None:
    user = User(Place.USER, (Entry("id", "7", 2), Entry(name, VALUE, 3)), 1)
    for page in (Page("", user), Page("", overwritten=(user,))):
        assert [(each.value, each.line) for each in named_secrets(page)] == [(VALUE, 3)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", Kind.TEXT),
        ("YOUR_SSO_KEY", Kind.TEXT),
        ("{{ settings.sso_key }}", Kind.TEMPLATE),
        ("settings.sso_key", Kind.COMPUTED),
        ("undefined", Kind.NOTHING),
    ],
)
def test_what_only_stands_for_one_is_none(text: str, kind: Kind) -> None:
    assert named_secrets(Page("", User(Place.USER, (Entry("sso_key", text, 3, kind),), 1))) == ()


@pytest.mark.parametrize(
    "text",
    [
        "brand | sso_secret\n---+---\nacme | unknown\n",
        "brand | sso_secret\n---+---\nacme | it was changed in 2026\n",
        "brand | sso_secret | id\n---+---+---\nacme | opensesame-12345\n",
        "- name: REAMAZE_SSO_SECRET\n  value: ********\n",
        "brand | sso_secret\n",
    ],
)
def test_what_stands_below_a_name_may_be_no_secret(text: str) -> None:
    assert named_secrets(Page(text)) == ()


def test_each_is_reported_once_and_not_too_many() -> None:
    assert len(named_secrets(Page("SSO_SECRET='opensesame-1'\n" * 9))) == 1
    many = "".join(f"SSO_SECRET='opensesame-{each}'\n" for each in range(200))
    assert len(named_secrets(Page(many))) == 50


def test_a_letter_that_becomes_two_does_not_move_a_secret() -> None:
    assert [each.value for each in named_secrets(Page(f"İ\nSSO_SECRET='{VALUE}'"))] == [VALUE]


PIECES = ["SSO_SECRET", "secret", *"=: '\"İ(,\n", VALUE]


@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_no_text_is_too_strange(pieces: list[str]) -> None:
    assert all(each.value for each in named_secrets(Page("".join(pieces))))
