"""What a server's code signs is read as an expression; what is certainly wrong with it is said."""

import re
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
        ("hash_hmac('sha256', $secret, $id . ':' . $email)", "", "the secret with ID and email"),
        ('hmac.new(f"{u.id}:{u.email}".encode(), SSO_SECRET.encode())', "", "two are swapped"),
        ("createHmac('sha256', `${id}:${email}`).update(env.SSO_SECRET)", "", "two are swapped"),
        ("hash_hmac('sha256', $id . $email, $s)", "$id . $email", "without a colon"),
        ('hash_hmac("sha256", "$email:$id", $s)', '"$email:$id"', "the email before the ID"),
        ("hmac.new(KEY, str(u.pk).encode(), sha256)", "str(u.pk)", "the ID alone"),
        ("hash_hmac('sha256', $u['email'], $s)", "$u['email']", "the email alone"),
        ('hmac.new(k, (u["id"] + u["email"]).encode(), h)', '(u["id"] + u["email"])', "a colon"),
        ("hmac.new(k, user.email.encode('utf-8'), sha256)", "user.email", "the email alone"),
        ("OpenSSL::HMAC.hexdigest('sha256', ENV['S'], u.email)", "u.email", "the email alone"),
        ("createHmac('sha256', s).update(user.id)", "user.id", "the ID alone"),
        ("CryptoJS.HmacSHA256(userId + email, s)", "userId + email", "without a colon"),
        ("{{ customer.email | hmac_sha256: s }}", "customer.email", "the email alone"),
        ("mac.Write([]byte(user.Email))", "user.Email", "the email alone"),
        ("h.ComputeHash(Encoding.UTF8.GetBytes(u.Email))", "u.Email", "the email alone"),
        ('mac.doFinal(u.getEmail().getBytes("UTF-8"))', "u.getEmail()", "the email alone"),
        ("const m = u.email; subtle.sign('HMAC', k, enc.encode(m))", "u.email", "email alone"),
        ('echo "$ID:$EMAIL" | openssl dgst -hmac "$S"', '"$ID:$EMAIL"', "line break"),
        ('echo -n "$EMAIL" | openssl dgst -hmac "$S"', '"$EMAIL"', "the email alone"),
        ("HMACSHA256.HashData(key, utf8.GetBytes(u.Id + u.Email))", "u.Id + u.Email", "a colon"),
        ("fmt.Fprint(mac, u.ID, u.Email)", "u.ID, u.Email", "without a colon"),
        (
            "hash_hmac('sha256', $id.':'.trim($email), $s)",
            "$id.':'.trim($email)",
            "the result of trim",
        ),
    ],
)
def test_what_is_certainly_wrong_is_said(source: str, signed: str, wrong: str) -> None:
    found = signed_code(source)
    assert found is not None
    assert (found.signed, wrong in found.wrong) == (signed, True)


SENT = {
    "PHP": "['id' => $u->uuid, 'email' => $u->email, 'authkey' => "
    "hash_hmac('sha256', $u->id.':'.$u->email, $s)]",
    "PHP in a page": "<script>_support.user = {id: '<?= $u->uuid ?>', email: '<?= $u->email ?>', "
    "authkey: '<?= hash_hmac('sha256', \"{$u->id}:{$u->email}\", $s) ?>'}</script>",
    "Ruby": "{id: u.uuid, email: u.email, authkey: "
    "OpenSSL::HMAC.hexdigest('sha256', S, \"#{u.id}:#{u.email}\")}",
    "Python": "{'id': str(u.uuid), 'email': u.email, 'authkey': "
    "hmac.new(k, f'{u.pk}:{u.email}'.encode(), sha256).hexdigest()}",
    "Node": "res.json({id: u.uuid, email: u.email, authkey: "
    "createHmac('sha256', s).update(`${u.id}:${u.email}`).digest('hex')})",
    "Go": 'mac.Write([]byte(u.ID + ":" + u.Email))\n'
    'm := map[string]string{"id": u.uuid, "email": u.Email, "authkey": hex(mac.Sum(nil))}',
    "JSP": 'raw = mac.doFinal((u.getId() + ":" + u.getEmail()).getBytes());\n%><script>'
    '_support.user = {id: "<%= u.uuid %>", email: "<%= u.getEmail() %>", authkey: "<%= k %>"}',
    "PHP with arrays": "['id' => $u['uuid'], 'email' => $u['email'], 'authkey' => "
    "hash_hmac('sha256', $u['id'].':'.$u['email'], $s)]",
    "C#": 'var k = h.ComputeHash(Encoding.UTF8.GetBytes($"{u.Id}:{u.Email}"));\n'
    "return new { id = u.uuid, email = u.Email, authkey = Hex(k) };",
    "Liquid": "{id: {{ u.uuid | json }}, email: {{ u.email | json }}, authkey: "
    "{{ u.id | append: ':' | append: u.email | hmac_sha256: s | json }}}",
}


@pytest.mark.parametrize("name", SENT)
def test_another_id_that_is_sent_is_distinguished_from_the_one_that_is_signed(name: str) -> None:
    found = signed_code(SENT[name])
    assert found
    assert re.fullmatch(
        r"sends “.*uuid(?:'\])?” as the ID, but signs “.*(?:id|pk|\(\)|\])”",
        found.wrong,
        re.IGNORECASE,
    )
    same = re.sub(r"uuid", re.findall(r"“[^”]*?(\w+)(?:\(\)|'\])?”", found.wrong)[1], SENT[name])
    right = signed_code(same)
    assert right
    assert right.wrong == ""


@pytest.mark.parametrize(
    "source",
    [
        "hash_hmac('sha256', $u->uid . ':' . $u->mail, $s)",
        "{id: user.uuid, email: e, authkey: sign(x)}; hash_hmac('sha256', $id.':'.$email, $s)",
        "u.uuid = u.id; {id: u.uuid, email: u.mail, authkey: HmacSHA256(u.id + ':' + u.mail, s)}",
        "hash_hmac('sha256', implode(':', [$user->id, $user->email]), $secret)",
        "{id: a.x, authkey: 1}; {id: a.y, authkey: hash_hmac('sha256', $a->x.':'.$a->mail, $s)}",
        'printf \'%s:%s\' "$ID" "$EMAIL" | openssl dgst -hmac "$S"',
        "hash_hmac('sha256', $id . SEPARATOR . $email, $s)",
        "h = hmac.new(k, msg=f'{u.sub}:{u.email}'.encode(), digestmod='sha256')",
        "hash_hmac('sha256', sprintf('%s:%s', $id, $email), $s)",
        "hmac.new(k, '{1}:{0}'.format(user.email, user.id).encode(), sha256)",
        "$e = trim($email); hash_hmac('sha256', $id.':'.trim($email), $s); send(trim($email))",
        "createHmac('sha256', s).update(`${user.id}:${user.email}`)",
        "hash_hmac('sha256', $user['id'] . ':' . $user['email'], $secret)",
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
