"""Pastes of every kind, and the customers in them: see test_pasted.py."""

ANA = {"id": "7001", "email": "ana@example.org", "name": "Ana Jansen"}
PHONE = {"phone": "+14155552671"}
WITH_PHONE = ANA | PHONE
BEN = {"id": "7002", "email": "ben@example.org", "name": "Ben Okri"}
LI = {"id": "7008", "email": "li@example.org", "name": "Li Wei"}

# By name: the text, and what of each customer is not empty.
PASTES: dict[str, tuple[str, list[dict[str, str]]]] = {
    "a line of a log": (
        'level=info msg="login" user_id=7001 email=ana@example.org name="Ana Jansen"',
        [ANA],
    ),
    "an address's parameters": ("a=b&id=7001&email=ana%40example.org&name=Ana+Jansen", [ANA]),
    "addresses with and without a name": (
        '"Ana Jansen" <ana@example.org>, cy@example.org',
        [{"email": "ana@example.org", "name": "Ana Jansen"}, {"email": "cy@example.org"}],
    ),
    "French labels": ("Identifiant : 7001\nNom : Ana Jansen\nE-mail : ana@example.org", [ANA]),
    # cells in any order
    "name, id, email by bar": ("Ana Jansen|7001|ana@example.org", [ANA]),
    "name, phone, email, id": ("Ana Jansen, +14155552671, ana@example.org, 7001", [WITH_PHONE]),
    "phone with marks": (
        "7001\tana@example.org\tAna Jansen\t+1 (415) 555-2671",
        [ANA | {"phone": "+1 (415) 555-2671"}],
    ),
    "an id with letters": (
        "cus_NffrFeUfNV2Hib\tana@example.org",
        [{"id": "cus_NffrFeUfNV2Hib", "email": "ana@example.org"}],
    ),
    "Shopify's long id": (
        "gid://shopify/Customer/7001,ana@example.org",
        [{"id": "gid://shopify/Customer/7001", "email": "ana@example.org"}],
    ),
    "a name in another script": (
        "7001\tana@example.org\t山田 太郎",
        [ANA | {"name": "山田 太郎"}],
    ),
    "an apostrophe and a hyphen": (
        "Anne-Marie O'Neill\ta@example.org",
        [{"email": "a@example.org", "name": "Anne-Marie O'Neill"}],
    ),
    "a name in capitals that the address bears out": (
        "7001\tANA\tana@example.org",
        [ANA | {"name": "ANA"}],
    ),
    "a name in lower case that the address bears out": (
        "7001,ana jansen,ana@example.org",
        [ANA | {"name": "ana jansen"}],
    ),
    "a card with a comma in a line": (
        "Ana Jansen\nana@example.org\n+1 415 555 2671\nTallinn, Estonia",
        [{"email": "ana@example.org", "name": "Ana Jansen", "phone": "+1 415 555 2671"}],
    ),
    "a name that a mail program encoded, in two words": (
        "From: =?utf-8?B?QW5hIA==?=\n =?iso-8859-1?Q?J=61nsen?= <ana@example.org>",
        [{"email": "ana@example.org", "name": "Ana Jansen"}],
    ),
    "a name under Customer": (
        "Customer: Ana Jansen\nEmail: ana@example.org\n\nCustomer: Ben Okri\nEmail: ben@example.org",
        [
            {"email": "ana@example.org", "name": "Ana Jansen"},
            {"email": "ben@example.org", "name": "Ben Okri"},
        ],
    ),
    "a number under Customer": (
        "Email,Customer\nana@example.org,cus_7001",
        [{"email": "ana@example.org"}],
    ),
    "a QR code": (
        "MECARD:N:Jansen,Ana;TEL:+14155552671;EMAIL:ana@example.org;;",
        [{"email": "ana@example.org", "name": "Ana Jansen"} | PHONE],
    ),
    "Turkish labels": (
        "Ad Soyad: Ana Jansen\nE-posta: ana@example.org",
        [{"email": "ana@example.org", "name": "Ana Jansen"}],
    ),
    "an address alone": ("ana@example.org\n", [{"email": "ana@example.org"}]),
    "a mailto link": ("mailto:ana@example.org", [{"email": "ana@example.org"}]),
    "a semicolon in a name": ('7001,"Anna; Bert",ana@example.org', [ANA | {"name": "Anna; Bert"}]),
    "an address in the mail's form in a cell": (
        "7001\tAna Jansen <ana@example.org>",
        [ANA],
    ),
    "XML of two, with CDATA and a section of names": (
        "<list xmlns='urn:shop'><customer><id><![CDATA[7001]]></id><name>Ana Jansen</name>"
        "<email><![CDATA[ana@example.org]]></email></customer><customer id='7002'>"
        "<name>Ben Okri</name><email>ben@example.org</email></customer></list>",
        [ANA, BEN],
    ),
    "attributes of XML": ("<user id='7001' email='ana@example.org' name='Ana Jansen'/>", [ANA]),
    "XML of an order": (
        "<order><id>9</id><seller><email>x@example.org</email></seller><customer><id>7001</id>"
        "<name>Ana Jansen</name><email>ana@example.org</email></customer><tag>a</tag><tag>b</tag>"
        "<tag>c</tag></order>",
        [ANA],
    ),
    "an image": (
        "7001\tana@example.org\tAna Jansen\thttps://example.org/a.png",
        [ANA | {"avatar": "https://example.org/a.png"}],
    ),
    "apostrophes of a spreadsheet": (
        "'7001\tana@example.org\tAna Jansen\t'+14155552671",
        [WITH_PHONE],
    ),
    "a text formula of a spreadsheet": ('="7001"\tana@example.org\tAna Jansen', [ANA]),
    "leading zeros": ("007001\tana@example.org", [{"id": "007001", "email": "ana@example.org"}]),
    "twenty digits": (
        "12345678901234567890;ana@example.org",
        [{"id": "12345678901234567890", "email": "ana@example.org"}],
    ),
    "rounded by a spreadsheet": (
        "6.94E+12\tana@example.org\tAna Jansen",
        [ANA | {"id": "6.94E+12"}],
    ),
    # one cell more than there are fields
    "a note in lower case": ("7001\tAna Jansen\tana@example.org\tgold", [ANA]),
    "a date": ("7001\t2024-05-01\tAna Jansen\tana@example.org", [ANA]),
    "an amount": ("7001;Ana Jansen;ana@example.org;412,50", [ANA]),
    "an amount with its currency": ("7001\tAna Jansen\tana@example.org\t€ 412.50", [ANA]),
    "a truth value": ("TRUE\tana@example.org\t7001\tAna Jansen", [ANA]),
    "a city": ("7001\tHamburg\tAna Jansen\tana@example.org", [ANA]),
    "a country beside the name": ("7001\tana@example.org\tAna Jansen\tUnited Kingdom", [ANA]),
    "a company": ("Acme Ltd\tAna Jansen\tana@example.org\t7001", [ANA]),
    "a page": ("7001\tana@example.org\tAna Jansen\thttps://example.org/orders", [ANA]),
    "a digest": (f"7001\tana@example.org\tAna Jansen\t{'ab' * 32}", [ANA]),
    # what can't be told is left out
    "two numbers": ("7001\t7002\tana@example.org", [{"email": "ana@example.org"}]),
    "an id or a phone": ("01701234567\tana@example.org", [{"email": "ana@example.org"}]),
    "a phone as it is dialled beside an id": (
        "7001\t01701234567\tana@example.org",
        [{"id": "7001", "email": "ana@example.org", "phone": "01701234567"}],
    ),
    # a heading
    "the form's own labels": (
        "Customer ID,Email,Name,Phone,Avatar URL\n7001,ana@example.org,Ana Jansen,+14155552671,",
        [WITH_PHONE],
    ),
    "another order, other case": ("NAME;E-Mail;id\nAna Jansen;ana@example.org;7001", [ANA]),
    "Shopify": (
        "Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,"
        "Default Address Phone,Phone,Total Spent,Total Orders,Note,Tags\n"
        "'7001,Ana,Jansen,ana@example.org,yes,Acme,'+4940123456,'+14155552671,412.00,7,,VIP\n",
        [WITH_PHONE],
    ),
    "WooCommerce": (
        "ID,user_login,user_email,display_name,first_name,last_name,billing_phone,role\n"
        "7001,ana,ana@example.org,Ana Jansen,Ana,Jansen,+14155552671,customer\n",
        [WITH_PHONE],
    ),
    "Stripe": (
        "id,Description,Email,Name,Created (UTC),Delinquent\n"
        "cus_7,,ana@example.org,Ana Jansen,2024-05-01 10:00,false\n",
        [ANA | {"id": "cus_7"}],
    ),
    "Stripe's payments": (
        "id,Amount,Customer ID,Customer Email,Customer Name\n"
        "ch_1,41.00,cus_7,ana@example.org,Ana Jansen\n",
        [ANA | {"id": "cus_7"}],
    ),
    "HubSpot": (
        "Record ID - Contact,First Name,Last Name,Email,Phone Number,Contact owner\n"
        "7001,Ana,Jansen,ana@example.org,+14155552671,Max Power\n",
        [WITH_PHONE],
    ),
    "German": (
        "Kundennummer;Vorname;Nachname;E-Mail-Adresse\n7001;Ana;Jansen;ana@example.org",
        [ANA],
    ),
    "German, name and first name": (
        "Name;Vorname;E-Mail\nJansen;Ana;ana@example.org",
        [{"email": "ana@example.org", "name": "Ana Jansen"}],
    ),
    "French": (
        "Prénom,Nom,Courriel\nAna,Jansen,ana@example.org",
        [{"email": "ana@example.org", "name": "Ana Jansen"}],
    ),
    "an order's name is nobody's": (
        "Name,Email,Financial Status\n#1001,ana@example.org,paid",
        [{"email": "ana@example.org"}],
    ),
    "a column of addresses": (
        "Email\nana@example.org\nben@example.org\n",
        [{"email": "ana@example.org"}, {"email": "ben@example.org"}],
    ),
    "a title above the heading": (
        "Customers\nid,email,name\n7001,ana@example.org,Ana Jansen",
        [ANA],
    ),
    "two rows, an empty cell": (
        "id\temail\tname\n7001\tana@example.org\tAna Jansen\n\tben@example.org\tBen Okri",
        [ANA, {"email": "ben@example.org", "name": "Ben Okri"}],
    ),
    "labels in the first column": (
        "Customer ID\t7001\nName\tAna Jansen\nEmail\tana@example.org\nTags\tVIP",
        [ANA],
    ),
    "two customers side by side": (
        "\tfirst\tsecond\nID\t7001\t7002\nName\tAna Jansen\tBen Okri\n"
        "Email\tana@example.org\tben@example.org",
        [ANA, BEN],
    ),
    # several rows
    "three rows with a note": (
        "7001\tAna Jansen\tana@example.org\tVIP\n7002\tBen Okri\tben@example.org\t\n"
        "7008\tLi Wei\tli@example.org\tVIP\n",
        [ANA, BEN, LI],
    ),
    "rows of other lengths": (
        "7001,ana@example.org,Ana Jansen\n7002,ben@example.org,Ben Okri,+14155552672\n",
        [ANA, BEN | {"phone": "+14155552672"}],
    ),
    "orders are no ids": (
        "7001\tana@example.org\tAna Jansen\t3\n\tben@example.org\tBen Okri\t12\n",
        [
            {"email": "ana@example.org", "name": "Ana Jansen"},
            {"email": "ben@example.org", "name": "Ben Okri", "id": "12"},
        ],
    ),
    # mail programs
    "quoted, with a comma": (
        '"Jansen, Ana" <ana@example.org>',
        [{"email": "ana@example.org", "name": "Jansen, Ana"}],
    ),
    "several, as in To": (
        "Ana Jansen <ana@example.org>, Ben Okri <ben@example.org>; <li@example.org>",
        [
            {"email": "ana@example.org", "name": "Ana Jansen"},
            {"email": "ben@example.org", "name": "Ben Okri"},
            {"email": "li@example.org"},
        ],
    ),
    "a mail's header": (
        "From: Ana Jansen <ana@example.org>\nTo: help@acme.example\nSubject: Help\n",
        [{"email": "ana@example.org", "name": "Ana Jansen"}],
    ),
    "an address in brackets": (
        "Ana Jansen (ana@example.org)",
        [{"email": "ana@example.org", "name": "Ana Jansen"}],
    ),
    # what is no ID of the customer's
    "Shopify's list of orders": (
        "Name,Email,Financial Status,Billing Name,Id\n#1001,ana@example.org,paid,Ana Jansen,55100",
        [{"email": "ana@example.org", "name": "Ana Jansen"}],
    ),
    "an order in JSON": (
        '{"id": 450789, "order_number": 1001, "email": "ana@example.org"}',
        [{"email": "ana@example.org"}],
    ),
    "a guest's order": (
        '{"id": 727, "customer_id": 0, "billing": {"email": "ana@example.org"}}',
        [{"email": "ana@example.org"}],
    ),
    "a payment by a guest": (
        "id,Customer ID,Customer Email\nch_3Ln,,ana@example.org\nch_4Lm,7002,ben@example.org",
        [{"email": "ana@example.org"}, {"id": "7002", "email": "ben@example.org"}],
    ),
    "a payment by nobody": (
        '{"id": "ch_3Ln", "customer_id": null, "email": "ana@example.org"}',
        [{"email": "ana@example.org"}],
    ),
    "no value": (
        "ID\tName\tEmail\tPhone\n7001\tAna Jansen\tana@example.org\tN/A",
        [ANA],
    ),
    # panels of helpdesks
    "a name above the labels": (
        "Ana Jansen\nEnd user\n\nEmail\nana@example.org\nExternal ID\n7001\nTags\n-",
        [ANA],
    ),
    "labels that are not ours among them": (
        "First name\nAna\nLast name\nJansen\nLead status\n--\nEmail\nana@example.org",
        [{"email": "ana@example.org", "name": "Ana Jansen"}],
    ),
    "Japanese labels": (
        "お名前\uff1a山田 太郎\nメールアドレス\uff1aana@example.org\n顧客ID\uff1a7001",
        [ANA | {"name": "山田 太郎"}],
    ),
    "Polish labels": (
        "Imię: Ana\nNazwisko: Jansen\nAdres e-mail: ana@example.org\nNumer klienta: 7001",
        [ANA],
    ),
    "a link to an address, with a name": (
        "[Ana Jansen](mailto:ana@example.org?subject=Hello)",
        [{"email": "ana@example.org", "name": "Ana Jansen"}],
    ),
    "a whole address of an account": (
        "https://shop.example/account?customer_id=7001&email=ana%40example.org&name=Ana+Jansen",
        [ANA],
    ),
    "an address with a bare ID, which may be anything's": (
        "https://news.example/leave?id=99812&email=ana%40example.org",
        [{"email": "ana@example.org"}],
    ),
    "a quoted name after a comma": (
        'id,email,name\n7001,ana@example.org,"Jansen, ""Ana"""',
        [ANA | {"name": 'Jansen, "Ana"'}],
    ),
    # what looks like another's value
    "an ID of a request in a log": (
        'request.id=99 user.email=ana@example.org user.name="Ana Jansen"',
        [{"email": "ana@example.org", "name": "Ana Jansen"}],
    ),
    "a fax in a vCard": (
        "BEGIN:VCARD\nVERSION:2.1\nFN:Ana Jansen\nEMAIL:ana@example.org\nTEL;WORK;FAX:+4989123457\n"
        "TEL;CELL:+14155552671\nEND:VCARD",
        [{"email": "ana@example.org", "name": "Ana Jansen"} | PHONE],
    ),
    "pictures for labels": (
        "\U0001f464 Ana Jansen\n\U0001f4e7 ana@example.org\n☎\ufe0f +14155552671",
        [{"email": "ana@example.org", "name": "Ana Jansen"} | PHONE],
    ),
    "an IP address, which is no phone number": (
        "Ana Jansen\nana@example.org\nIP: 203.0.113.9\nIBAN: 12 3456 789",
        [{"email": "ana@example.org", "name": "Ana Jansen"}],
    ),
    "totals": ("ID\tName\tEmail\n7001\tAna Jansen\tana@example.org\nTotal\t1\t", [ANA]),
    "types of columns": (
        "│ id    │ name       │ email           │\n│ int32 │ varchar    │ varchar         │\n"
        "│ 7001  │ Ana Jansen │ ana@example.org │",
        [ANA],
    ),
    "pandas without a value": (
        "     id        name            email phone\n0  7001  Ana Jansen  ana@example.org   NaN\n"
        "1  7003        None   cy@example.org  None",
        [ANA, {"id": "7003", "email": "cy@example.org"}],
    ),
    "a row that is shifted, which isn't cut up at spaces": (
        "ID\tName\tEmail\tPhone\nAna Jansen\tana@example.org\t+14155552671",
        [],
    ),
    "marks of the direction of text": (
        "\u200f\u202aana@example.org\u202c\u200f\nName: \u200fAna Jansen",
        [{"email": "ana@example.org", "name": "Ana Jansen"}],
    ),
}
