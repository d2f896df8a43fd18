"""Programs that sign another text than id:email as the page sends them."""

import base64
import unicodedata
from dataclasses import replace

from reamaze_gui.core.customer import Customer
from tests.mistakes.wrong import MESSAGE, UMLAUT, ZOE, Wrong

ID, EMAIL, NAME = ZOE.id, ZOE.email, ZOE.name
GID = f"gid://shopify/Customer/{ID}"

ZEROS = replace(ZOE, id="00481516")
LONG = replace(ZOE, id="9007199254740993")
ROUNDED = replace(LONG, id="9007199254740992")
CODED = replace(ZOE, id="cus_9s6XKzkNRiz8i3")
UUID = replace(ZOE, id="3f2b8c1e-6d4a-4f7b-9a0c-5e8d7f6a1b2c")
GMAIL = replace(ZOE, email="Zoe.Quinn+vip@gmail.com")
ONEIL = replace(ZOE, email="Conor.O'Neil@example.org")
SPACED = replace(ZOE, email=f"{EMAIL} ")
DECODED = base64.b64decode("48151623ZoeQuinn+vipExampleorg==").decode("latin-1")

TEXTS = (
    Wrong("php/single_quotes.php", "names", "$id:$email"),
    Wrong("php/single_quotes_round_properties.php", "names", "{$user->id}:{$user->email}"),
    Wrong("ruby/single_quotes.rb", "names", "#{user.id}:#{user.email}"),
    Wrong("node/quotes_instead_of_backticks.js", "names", "${user.id}:${user.email}"),
    Wrong("python/no_f.py", "names", "{user.id}:{user.email}"),
    Wrong("python/nothing_filled_in.py", "names", "%s:%s"),
    Wrong("shell/single_quotes.sh", "names", "$CUSTOMER_ID:$CUSTOMER_EMAIL"),
    Wrong("php/email_lower_case.php", "lower", f"{ID}:{EMAIL.lower()}"),
    Wrong("php/email_only.php", "[Oo]nly", EMAIL),
    Wrong("php/pipe_between.php", "bar", f"{ID}|{EMAIL}"),
    Wrong("ruby/spaces_round_colon.rb", "space", f"{ID}: {EMAIL}"),
    Wrong("php/id_with_thousands_separators.php", "commas", f"48,151,623:{EMAIL}"),
    Wrong("node/id_for_german_readers.js", "dots", f"48.151.623:{EMAIL}"),
    Wrong("node/id_for_french_readers.js", "space", f"48\u202f151\u202f623:{EMAIL}"),
    Wrong("php/id_without_its_zeros.php", "zeros", f"481516:{EMAIL}", customer=ZEROS),
    Wrong("ruby/float_id.rb", "decimal|number", f"48151623.0:{EMAIL}"),
    Wrong("node/not_a_number.js", "NaN", f"NaN:{EMAIL}", customer=CODED),
    Wrong("node/number_signed.js", "round", f"{ROUNDED.id}:{EMAIL}", customer=LONG),
    Wrong(
        "python/uuid_without_hyphens.py",
        "hyphens",
        f"3f2b8c1e6d4a4f7b9a0c5e8d7f6a1b2c:{EMAIL}",
        customer=UUID,
    ),
    Wrong("ruby/shopify_gid.rb", "Shopify", f"{GID}:{EMAIL}"),
    Wrong(
        "ruby/shopify_gid_base64.rb",
        "Shopify",
        f"{base64.b64encode(GID.encode()).decode()}:{EMAIL}",
    ),
    Wrong("ruby/class_in_front_of_id.rb", "user_", f"user_{ID}:{EMAIL}"),
    Wrong("php/no_such_property.php", "missing", f"{ID}:"),
    Wrong("ruby/nil_email.rb", "missing", f"{ID}:"),
    Wrong("ruby/nil_inspected.rb", "nil", f"{ID}:nil"),
    Wrong("node/undefined_email.js", "undefined", f"{ID}:undefined"),
    Wrong("python/none_email.py", "None", f"{ID}:None"),
    Wrong("python/bytes_in_text.py", "bytes", f"{ID}:b'{EMAIL}'"),
    Wrong("node/email_as_json.js", "JSON|quotes", f'{ID}:"{EMAIL}"'),
    Wrong(
        "php/email_escaped_for_html.php",
        "HTML",
        f"{ID}:Conor.O&#039;Neil@example.org",
        customer=ONEIL,
    ),
    Wrong(
        "ruby/email_escaped_for_html.rb",
        "HTML",
        f"{ID}:Conor.O&#39;Neil@example.org",
        customer=ONEIL,
    ),
    Wrong(
        "python/email_escaped_for_html.py",
        "HTML",
        f"{ID}:Conor.O&#x27;Neil@example.org",
        customer=ONEIL,
    ),
    Wrong(
        "php/email_with_slashes.php",
        "backslash",
        f"{ID}:Conor.O\\'Neil@example.org",
        customer=ONEIL,
    ),
    Wrong(
        "python/escapes_of_json.py",
        "JSON|JavaScript",
        f"{ID}:Zo\\u00eb@ex\\u00e4mple.org",
        customer=UMLAUT,
    ),
    Wrong("php/email_for_url.php", "URL", f"{ID}:Zoe.Quinn%2Bvip%40Example.org"),
    Wrong("node/message_for_url.js", "URL", f"{ID}%3AZoe.Quinn%2Bvip%40Example.org"),
    Wrong("php/email_from_query.php", "space", f"{ID}:Zoe.Quinn vip@Example.org"),
    Wrong("php/latin1.php", "Latin", customer=UMLAUT),
    Wrong("node/text_as_base64.js", "decoded from Base64", DECODED),
    Wrong("php/encoded_twice.php", "twice", f"{ID}:ZoÃ«@exÃ¤mple.org", customer=UMLAUT),
    Wrong("python/question_marks.py", "ASCII", f"{ID}:Zo?@ex?mple.org", customer=UMLAUT),
    Wrong("python/letters_left_out.py", "ASCII", f"{ID}:Zo@exmple.org", customer=UMLAUT),
    Wrong("python/utf_16.py", "UTF-16"),
    Wrong(
        "node/decomposed.js",
        "NFD",
        unicodedata.normalize("NFD", f"{ID}:{UMLAUT.email}"),
        customer=UMLAUT,
    ),
    Wrong("node/domain_in_punycode.js", "xn--", f"{ID}:Zoë@xn--exmple-cua.org", customer=UMLAUT),
    Wrong("node/trimmed.js", "white space", customer=SPACED, message=MESSAGE),
    Wrong("python/name_for_email.py", "name", f"{ID}:{NAME}"),
    Wrong("python/all_fields.py", "name", f"{ID}:{EMAIL}:{NAME}"),
    Wrong("shell/line_break.sh", "line break", f"{MESSAGE}\n"),
    Wrong("shell/csv_from_windows.sh", "return|line break", f"{MESSAGE}\r"),
    Wrong("node/no_update.js", "[Nn]othing|empty", ""),
    Wrong("python/signed_twice.py", "twice", MESSAGE * 2),
    Wrong("shell/echo_n_of_macos.sh", "-n", f"-n {MESSAGE}\n"),
    Wrong("php/increment_id.php", "zeros", f"048151623:{EMAIL}"),
    Wrong("python/dots_of_gmail.py", "Gmail", f"{ID}:ZoeQuinn@gmail.com", customer=GMAIL),
    Wrong("ruby/name_and_address.rb", "brackets", f"{ID}:{NAME} <{EMAIL}>"),
    Wrong("java/OptionalId.java", "Optional", f"Optional[{ID}]:{EMAIL}"),
    Wrong("java/ColonAdded.java", "added|58", f"{int(ID) + ord(':')}{EMAIL}"),
    Wrong("php/named_entities.php", "HTML", f"{ID}:Zo&euml;@ex&auml;mple.org", customer=UMLAUT),
    Wrong("go/wrong_verb.go", "names|Go|%", f"%!d(string={ID}):{EMAIL}"),
    Wrong(
        "php/other_email.php",
        "Also try",
        f"{ID}:zoe@work.example",
        also=(Customer(email="zoe@work.example"),),
    ),
    # These print the whole snippet.
    Wrong("node/number_in_page.js", "round|browser changes", customer=LONG, sends=ROUNDED),
    Wrong(
        "php/prefix_on_the_page_only.php",
        "prefix|before its number",
        sends=replace(ZOE, id=f"wp-admin-{ID}"),
    ),
    Wrong(
        "php/page_escaped_for_html.php",
        "HTML",
        customer=ONEIL,
        sends=replace(ONEIL, email="Conor.O&#039;Neil@example.org"),
    ),
    Wrong(
        "ruby/page_escaped_for_html.rb",
        "HTML",
        customer=ONEIL,
        sends=replace(ONEIL, email="Conor.O&#39;Neil@example.org"),
    ),
)
