"""A value that looks random is taken for what stands beside it, if that is named as the secret."""

import pytest

from reamaze_gui.core.page import Page
from reamaze_gui.core.rules.named_secrets import named_secrets

VALUE = "Kd82nQx7vLw03TzRb5Yh"

NAMED = """\
Hi, our sso secret § works fine on staging
Here is the SSO secret you asked for, §.
The secret in Re:amaze reads § at the moment
The SSO secret?|[10:02] Tom: §
Whats the sso secret again?|[10:02] Tom: §
I use § as the SSO secret.
§ is our SSO secret
§ (sso secret)
§ <- sso secret
le secret SSO est §
Notre clé secrète SSO : « § »
ons SSO-geheim: §
SSO密钥 § 到期
SSO 비밀키는 § 입니다
SSO sceret: §
key for Re:amaze = §
REAMAZE_SHARED=§
HMAC_SALT=§
a:1:{s:10:"sso_secret";s:20:"§";}
(1423,'reamaze_account_sso_key','§','yes'),
option_name: reamaze_account_sso_key|option_value: §
sso_secret: >-|  §
vercel env add REAMAZE_SSO_SECRET production <<< "§"
aws ssm put-parameter --name /shop/reamaze_sso_secret --value "§"
variable "reamaze_sso_secret" {|  type    = string|  default = "§"|}
{"type": "text", "value": "§", "name": "sso_secret"}
<input value="§" type="text" name="reamaze_sso_secret">
SSO Secret (?)   Regenerate|§
The SSO secret:|```|§|```
["sso_secret"]=>|  string(20) "§"
{% assign k = '§' %}{{ text|hmac_sha256: k }}
define('SUPPORT', '§'); hash_hmac('sha256', $text, SUPPORT);
:crypto.mac(:hmac, :sha256, "§", text)
Hmac::<Sha256>::new_from_slice(b"§")
SymmetricKey(data: Data("§".utf8))
""".splitlines()

OTHERS = """\
The SSO secret is set. Customer § is not signed in.
Our SSO secret is the same as last year. Order § shows it.
sso secret (hidden), order §
The SSO secret of customer § is set
The SSO secret is set, and the authkey is §
Where is the SSO secret? My session is §
SSO Secret|••••••••|API Token|§
<input name="sso_secret" value=""><input name="_wpnonce" value="§">
{"sso_secret": null, "session": "§"}
SELECT sso_secret FROM t_§
reamaze_sso_secret = readSecret('§')
md5(sso_secret) = §
>>> hash_hmac('sha256', $text, SSO_SECRET)|=> "§"
b=§|Subject: sso secret
§ Move the SSO secret to Vault
<a href="/assets/sso-secret-§.js">
I removed the sso secret|<script nonce="§">
the webhook secret § is Stripe's
The SSO secret of 550e8400-e29b-41d4-a716-446655440000 is set
With the SSO secret we get 15f14d115d088c09ba4f447ce69256df167376c8f5820de02787f9d49c6306df
hash_hmac('sha256', '7105:eva@example.org', SSO_SECRET)
REAMAZE_SSO_SECRET=|STRIPE_KEY=pk_live_51H8aJ2eZvKYlo2C0""".splitlines()


@pytest.mark.parametrize("text", NAMED)
def test_what_looks_random_beside_the_name_is_the_secret(text: str) -> None:
    assert [each.value for each in named_secrets(written(text))] == [VALUE]


@pytest.mark.parametrize("text", OTHERS)
def test_what_has_another_name_or_sentence_is_not(text: str) -> None:
    assert named_secrets(written(text)) == ()


def test_what_is_far_from_the_name_is_not() -> None:
    assert named_secrets(Page(f"sso secret {'(see below) ' * 12}{VALUE}")) == ()


def written(text: str) -> Page:
    return Page(text.replace("§", VALUE).replace("|", "\n"))
