"""Texts in place of a value that a program or template did not fill in."""

from collections.abc import Callable, Iterator
from functools import cache, partial
from itertools import product


def _with_joint(change: Callable[[str], str], joint: str, words: str) -> str:
    return change(words).replace(" ", joint)


def _camel(words: str) -> str:
    first, *others = words.split()
    return " ".join((first, *map(str.capitalize, others)))


_VALUES = (
    "undefined", "null", "None", "nil", "NaN", "Null", "NULL", "false", "Array", "[object Object]",
    "[object Promise]", "(null)", "<no value>",
)  # fmt: skip

# Expressions for id and email, and the placeholder syntax of languages and templates.
_PAIRS = (
    ("id", "email"), ("user.id", "user.email"), ("customer.id", "customer.email"),
    ("current_user.id", "current_user.email"), ("user_id", "user_email"), ("user_id", "email"),
    ("userId", "userEmail"), ("userId", "email"), ("customer_id", "customer_email"),
    ("customerId", "customerEmail"), ("CUSTOMER_ID", "CUSTOMER_EMAIL"), ("ID", "EMAIL"),
    ("USER_ID", "USER_EMAIL"), ("session.userId", "session.email"), ("User.Id", "User.Email"),
    ("user.Id", "user.Email"), ("this.id", "this.email"), ("self.id", "self.email"),
    ("user.getId()", "user.getEmail()"),
    ("session.user.id", "session.user.email"),
)  # fmt: skip
_MARKS = (
    "{}", "#{{{}}}", "${{{}}}", "${}", "{{{}}}", "{{{{ {} }}}}", "{{{{{}}}}}", "<%= {} %>", "#{}#",
    "%{}%", "[{}]", "@{}", "${{{{{}}}}}", ":{}", "{{{{{{{}}}}}}}",
)  # fmt: skip

FILL_IN = (
    "Have the code fill in the values: text in single quotes, or without the mark that the "
    "language needs ($, #, f), stays as it is."
)

# Signed instead of id and email.
MISSING_TEXTS = (
    ":", *_VALUES, *(f"{value}:{value}" for value in _VALUES), "undefinedundefined", "nullnull",
    "NoneNone", "Optional.empty:Optional.empty",
)  # fmt: skip
NAMES_AS_TEXT = (
    *(f"{mark.format(one)}:{mark.format(other)}" for one, other in _PAIRS for mark in _MARKS),
    "{{ CUSTOMER USER ID }}:{{ CUSTOMER EMAIL }}", "CUSTOMER USER ID:CUSTOMER EMAIL",
    "<?= $id ?>:<?= $email ?>", "{$id}:{$email}", "{0}:{1}", "{1}:{2}", "{}:{}", "%s:%s", "%d:%s",
    "%@:%@", "%v:%v", "$1:$2", "?:?", "Instance of 'User'.id:Instance of 'User'.email",
    "Instance of 'Customer'.id:Instance of 'Customer'.email",
)  # fmt: skip

# How code joins them, when the code itself is signed as text.
_IN_CODE = (
    " + ':' + ", ' + ":" + ', "+':'+", '+":"+', " . ':' . ", ' . ":" . ', ".':'.", '.":".',
    ' & ":" & ', '&":"&', " ~ ':' ~ ", "..':'..", " || ':' || ",
)  # fmt: skip

_WHOLE_CODE = (
    "CONCAT({}, ':', {})", "{{{{ {} | append: ':' | append: {} }}}}", "{{{{ {} + ':' + {} }}}}",
    '{{{{{} & ":" & {}}}}}', "{} + {}",
)  # fmt: skip
_RARE_OWNERS = (
    "inputData.", "props.", "@user.", "@customer.", "steps.trigger.event.", "form.", "params.",
    "event.", "body.", "item.", "row.", "shopper.", "visitor.", "$user.", "state.user.",
    "$('Webhook').item.json.", '$node["Webhook"].json.', "$input.item.json.",
)  # fmt: skip

# Further owners, names and placeholder syntax, in code, templates and automation tools.
_OWNERS = (
    "", "user.", "customer.", "current_user.", "currentUser.", "session.", "session.user.",
    "account.", "member.", "client.", "contact.", "profile.", "person.", "order.", "data.", "this.",
    "auth.user.", "auth()->user()->", "Auth::user()->", "req.user.", "request.user.", "$json.",
    "1.", "trigger.", "Model.", "app.user.", "User.", "Customer.",
)  # fmt: skip
_FIELD_NAMES = (
    ("id", "email"), ("Id", "Email"), ("ID", "EMAIL"), ("ID", "user_email"), ("user_id", "email"),
    ("userId", "email"), ("customer_id", "customer_email"), ("entity_id", "email"), ("pk", "email"),
    ("GLOBAL_CustomerId", "GLOBAL_CustomerEmail"), ("uid", "mail"),
    ("userid", "email"), ("ID", "Email"), ("customerId", "customerEmail"),
    ("Customer ID", "Customer Email"),
)  # fmt: skip
_MORE_MARKS = (
    "{{!{}}}", "\\({})", "%({})s", "%%{}%%", "*|{}|*", "$({})", "<%={}%>", "<{}>", "<<{}>>",
    "[[{}]]",
    "{{{{${}}}}}", "{{{{ ${} }}}}", "{{${}}}", "<?= ${} ?>", "<?= {} ?>", "<?php echo ${}; ?>",
)  # fmt: skip
# The same for members, as in PHP and Power Automate, and what is printed for an array or object at
# the start of a name.
_OWNERS_OF_MEMBERS = (
    "user", "customer", "current_user", "data", "row", "this->user", "_SESSION", "triggerBody()",
    "item()", "items('Apply_to_each')", "request", "payload", "record",
)  # fmt: skip
_NAMES_OF_MEMBERS = (
    *_FIELD_NAMES[:1],
    *_FIELD_NAMES[3:5],
    *_FIELD_NAMES[6:8],
    ("getId()", "getEmail()"),
)
_MEMBERS = ("{}->{}", "{}['{}']", '{}["{}"]', "{}[{}]", "{}->{{{}}}", "{}?['{}']")
_MARKS_OF_MEMBERS = (
    "{{${}}}", "${}", "{{{{ ${} }}}}", "{{{{${}}}}}", "<?= ${} ?>", "<?php echo ${}; ?>",
    "@{{{}}}", "@{}", "${{{}}}",
)  # fmt: skip
_PRINTED = ("Array", "Object", "[object Object]", "User", "Customer", "CustomerDrop", "UserDrop")
_JOINTS = ("", "-", "|", "_", ",", " ")


def _in_code() -> Iterator[tuple[str, str]]:
    """Yield the names of id and email in code and templates, in every placeholder syntax."""
    for mark, owner, pair in product((*_MARKS, *_MORE_MARKS), _OWNERS, _FIELD_NAMES):
        user_id, user_email = (mark.format(owner + name) for name in pair)
        yield user_id, user_email
    of_members = product(_MARKS_OF_MEMBERS, _MEMBERS, _OWNERS_OF_MEMBERS, _NAMES_OF_MEMBERS)
    for mark, member, owner, pair in of_members:
        user_id, user_email = (mark.format(member.format(owner, name)) for name in pair)
        yield user_id, user_email
    for member, printed, pair in product((*_MEMBERS, "{}.{}"), _PRINTED, _NAMES_OF_MEMBERS):
        user_id, user_email = (member.format(printed, name) for name in pair)
        yield user_id, user_email


@cache
def names_in_code() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the likeliest names of the id, and those of the email, each once."""
    owned = ((f"{owner}id", f"{owner}email") for owner in _OWNERS)
    pairs = product((*_MARKS, *_MORE_MARKS), (*_PAIRS, *owned))
    marked = ((mark.format(one), mark.format(other)) for mark, (one, other) in pairs)
    ids, emails = zip(*marked, strict=True)
    return tuple(dict.fromkeys(ids)), tuple(dict.fromkeys(emails))


def more_names_as_text() -> Iterator[str]:
    """Yield further texts that may have been signed without any value filled in."""
    for user_id, user_email in dict.fromkeys(_in_code()):
        yield f"{user_id}:{user_email}"
        if user_id.startswith("{{"):
            yield f"={user_id}:{user_email}"  # = marks an expression in n8n
    for owner, mark, before in product(_RARE_OWNERS, (*_MARKS, *_MORE_MARKS), ("", "=")):
        yield f"{before}{mark.format(f'{owner}id')}:{mark.format(f'{owner}email')}"
    for pair, code in product(_PAIRS, _WHOLE_CODE):
        yield code.format(*pair)
    in_code = product((*_PAIRS, ("A2", "B2"), ("A1", "B1")), ("{}", "${}"), _IN_CODE, ("", "="))
    for (user_id, user_email), mark, joint, before in in_code:
        yield f"{before}{mark.format(user_id)}{joint}{mark.format(user_email)}"
    for (one, other), mark, joint in product(_PAIRS, _MARKS, _JOINTS):
        yield f"{mark.format(one)}{joint}{mark.format(other)}"


# Used as the key.
NO_KEY = ("undefined", "null", "None", "nil", "[object Object]")
RARE_NO_KEY = (*_VALUES, "true", "0", "1", "System.Byte[]", "%!s(<nil>)")

PLACEHOLDERS = ("{{ YOUR SSO SECRET }}", "YOUR_SSO_SECRET", "secret")
RARE_PLACEHOLDERS = (
    *(
        form.format(words)
        for words in ("YOUR SSO SECRET", "YOUR_SSO_SECRET", "YOUR-SSO-SECRET", "SSO SECRET",
                      "YOUR_SECRET", "YOUR_SECRET_KEY", "YOUR_REAMAZE_SSO_SECRET",
                      "INSERT_SSO_SECRET_HERE", "YOUR_SSO_SECRET_HERE", "REPLACE_ME", "CHANGE_ME")
        for form in ("{}", "<{}>", "[{}]", "{{{{ {} }}}}", "{{{{{}}}}}")
    ),
    "your sso secret", "your_sso_secret", "your-sso-secret", "yourSsoSecret", "YourSSOSecret",
    "your secret", "your_secret", "your-secret", "your_secret_key", "your-secret-key",
    "your_reamaze_sso_secret", "your-reamaze-sso-secret", "changeme", "change-me", "replace_me",
    "my_secret", "mysecret", "my-secret", "my_secret_key", "shared_secret", "SHARED_SECRET",
    "SECRET", "SECRET_KEY", "secret_key", "secret-key", "secretkey", "supersecret", "key", "KEY",
    "test", "xxx", "XXX", "...", "password", "123456",
)  # fmt: skip

NAMES_OF_SECRET = ("REAMAZE_SSO_SECRET", "REAMAZE_SECRET", "SSO_SECRET")
VARIABLES = (
    "REAMAZE_SSO_SECRET",
    "$secret",
    "$SECRET",
    "process.env.REAMAZE_SSO_SECRET",
    "ENV['reamaze_secret']",
)
_FORMS_OF_VARIABLES = (
    "{}", "${}", "${{{}}}", "%{}%", "@{}", "#{{{}}}", "<%= {} %>", "{{{{ {} }}}}",
    "ENV['{}']", 'ENV["{}"]', "ENV[{}]", "ENV.fetch('{}')", 'ENV.fetch("{}")',
    "<%= ENV['{}'] %>", '<%= ENV["{}"] %>', "${{process.env.{}}}",
    "process.env.{}", "process.env['{}']",
    "import.meta.env.{}", "os.environ['{}']", 'os.environ["{}"]', "os.environ.get('{}')",
    "os.getenv('{}')", 'os.getenv("{}")', "getenv('{}')", 'getenv("{}")', "env('{}')",
    'env("{}")', "$_ENV['{}']", "$_SERVER['{}']", "settings.{}", "config.{}",
    "config('{}')", 'System.getenv("{}")', 'os.Getenv("{}")', "secrets.{}",
    "${{{{ secrets.{} }}}}", 'Environment.GetEnvironmentVariable("{}")',
    "Rails.application.credentials.{}", "Rails.application.secrets.{}",
)  # fmt: skip
RARE_VARIABLES = (
    *(
        form.format(name)
        for name in (*NAMES_OF_SECRET, *map(str.lower, NAMES_OF_SECRET))
        for form in _FORMS_OF_VARIABLES
    ),
    "{{ secret }}", "{{secret}}", "{secret}", "${secret}", "#{secret}", "%s", "secretKey",
    "ssoSecret", "$ssoSecret", "$sso_secret", "$secret_key", "$secretKey", "reamazeSecret",
    "reamazeSsoSecret", "services.reamaze.secret", "services.reamaze.sso_secret",
    "config('services.reamaze.secret')", "config('services.reamaze.sso_secret')",
    "reamaze.sso.secret", "${reamaze.sso.secret}", "Reamaze:SsoSecret", "this.secret",
    "self.secret",
)  # fmt: skip


# What code and documentation call the secret, and how these words are written.
_WHOSE = ("your", "my", "test")
_OF_WHAT = (
    "", "sso", "reamaze", "reamaze sso", "shared", "sso shared", "app", "api", "client",
)  # fmt: skip
_WORDS = ("secret", "key", "secret key", "secret here")
_WRITTEN: tuple[Callable[[str], str], ...] = (
    str,
    str.upper,
    str.capitalize,
    *(partial(_with_joint, change, joint) for change in (str, str.upper) for joint in "_-"),
    *(partial(_with_joint, change, "") for change in (str, str.title, _camel)),
)
_MARKS_IN_DOCUMENTS = ("{}", "<{}>", "[{}]", "{{{{ {} }}}}", "{{{{{}}}}}", "{{{}}}")
_MARKS_IN_CODE = (
    "${}", "${{{}}}", "%{}%", "$env:{}", "env.{}", "env:{}", "Reamaze:{}", "services.reamaze.{}",
    "{{{{ settings.{} }}}}", "{{{{ secrets.{} }}}}", "{{{{ env.{} }}}}", 'Configuration["{}"]',
    "this.{}", "self.{}", "$this->{}", "this.config.{}", "config('reamaze.{}')", "reamaze.{}",
    "app.reamaze.{}", "shop.metafields.reamaze.{}", "{{{{ shop.metafields.reamaze.{} }}}}",
    "const {}",
)  # fmt: skip
_OTHER_KEYS = (
    "reamaze", "Reamaze", "sso", "SSO", "secret123", "demo", "default", "$s", "$k", "$sso", "$SSO",
    "$reamaze", "your-256-bit-secret", "a-string-secret-at-least-256-bits-long", "topsecret",
    "SECRET123", "abc123", "hello", "shhh", "Your SSO secret", "Your SSO Secret here",
)  # fmt: skip


@cache
def names_of_secret() -> tuple[str, ...]:
    """Return placeholders and names that may stand where the secret belongs, each once."""
    plain = [f"{what} {word}".strip() for what, word in product(_OF_WHAT, _WORDS)]
    whose = [f"{one} {words}" for one, words in product(_WHOSE, plain)]
    marked = (
        mark.format(write(words))
        for some, marks in (
            (plain, (*_MARKS_IN_DOCUMENTS, *_MARKS_IN_CODE)),
            (whose, _MARKS_IN_DOCUMENTS),
        )
        for words, write, mark in product(some, _WRITTEN, marks)
    )
    cases: tuple[Callable[[str], str], ...] = (str, str.upper)
    public = (("process.env.{}", "import.meta.env.{}"), ("next public ", "vite "))
    variables = (
        form.format(write(f"{prefix}{words}".replace(" ", "_")))
        for words, write in product(plain, cases)
        for form, prefix in (*product(_FORMS_OF_VARIABLES, ("",)), *product(*public))
    )
    return tuple(dict.fromkeys((*_OTHER_KEYS, *marked, *variables)))
