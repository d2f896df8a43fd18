"""Pastes of what programs, databases and mail clients show, and the customers in them."""

from tests.core.pastes import ANA, BEN, PHONE, WITH_PHONE

_NAMED = {"email": "ana@example.org", "name": "Ana Jansen"}
_TWO_DICTS = (
    "{'id': 7001, 'name': 'Ana Jansen', 'email': 'ana@example.org', 'vip': True}, "
    "{'id': 7002, 'name': 'Ben Okri', 'email': 'ben@example.org', 'vip': None}"
)

# As in `pastes`.
PRINTED: dict[str, tuple[str, list[dict[str, str]]]] = {
    # objects in brackets, in the notation of a language
    "dicts of Django": (f"<QuerySet [{_TWO_DICTS}]>", [ANA, BEN]),
    "tuples of Django": (
        "<QuerySet [(7001, 'Ana Jansen', 'ana@example.org'), (7002, 'Ben Okri', 'ben@example.org')]>",
        [ANA, BEN],
    ),
    "tuples of a cursor": (
        "(7001, 'Ana Jansen', 'ana@example.org', datetime.datetime(2024, 5, 1, 10, 0))\n"
        "(7002, 'Ben Okri', 'ben@example.org', datetime.datetime(2024, 5, 2, 10, 0))",
        [ANA, BEN],
    ),
    "hashes of Ruby": (
        '[{:id=>7001, :name=>"Ana Jansen", :email=>"ana@example.org"},'
        ' {:id=>7002, :name=>"Ben Okri", :email=>"ben@example.org"}]',
        [ANA, BEN],
    ),
    "a model of Rails below its query": (
        'SELECT "users".* FROM "users" WHERE "users"."id" = 7001 LIMIT 1\n=> #<User:0x00007f8b\n'
        ' id: 7001,\n name: "Ana Jansen",\n email: "ana@example.org",\n digest: [FILTERED]>',
        [ANA],
    ),
    "arrays of PHP": (
        "Array\n(\n    [0] => stdClass Object\n        (\n            [id] => 7001\n"
        "            [name] => Ana Jansen\n            [email] => ana@example.org\n        )\n\n"
        "    [1] => stdClass Object\n        (\n            [id] => 7002\n"
        "            [name] => Ben Okri\n            [email] => ben@example.org\n        )\n)",
        [ANA, BEN],
    ),
    "an entity with its first and last name": (
        '^ Customer {#412\n  -id: 7001\n  -email: "ana@example.org"\n  -firstName: "Ana"\n'
        '  -lastName: "Jansen"\n}',
        [ANA],
    ),
    "an object in an object": (
        "Customer(id=7001, name=Ana Jansen, email=ana@example.org,"
        " address=Address(street=Ringstr. 5, city=Bonn))",
        [ANA],
    ),
    "Rust": (
        'User { id: 7001, name: "Ana Jansen", email: "ana@example.org",'
        ' phone: Some("+14155552671") }',
        [WITH_PHONE],
    ),
    "MongoDB": (
        '{ _id: ObjectId("6565f1c2a9b8"), name: \'Ana Jansen\', email: "ana@example.org" }',
        [ANA | {"id": "6565f1c2a9b8"}],
    ),
    "values with their types": (
        '{"id": {"S": "7001"}, "name": {"S": "Ana Jansen"}, "email": {"S": "ana@example.org"}}',
        [ANA],
    ),
    "a name that is a path": (
        '{"name": "projects/x/users/7", "fields": {"id": {"stringValue": "7001"},'
        ' "email": {"stringValue": "ana@example.org"}, "name": {"stringValue": "Ana Jansen"}}}',
        [ANA],
    ),
    "an order that names its customer's ID": (
        '{"id": 727, "customer_id": 7001, "billing": {"first_name": "Ana", "last_name": "Jansen",'
        ' "email": "ana@example.org"}}',
        [ANA],
    ),
    "a line of a log with paths": (
        'level=info user.id=7001 user.email=ana@example.org user.name="Ana Jansen"',
        [ANA],
    ),
    "a hash of Redis": (
        '1) "id"\n2) "7001"\n3) "name"\n4) "Ana Jansen"\n5) "email"\n6) "ana@example.org"',
        [ANA],
    ),
    # tables
    "a data frame": (
        "     id        name            email\n0  7001  Ana Jansen  ana@example.org\n"
        "1  7002    Ben Okri  ben@example.org",
        [ANA, BEN],
    ),
    "a row of a data frame": (
        "id                  7001\nname          Ana Jansen\nemail    ana@example.org\n"
        "Name: 0, dtype: object",
        [ANA],
    ),
    "one space between columns": (
        "Id   Name       Email\n--   ----       -----\n7001 Ana Jansen ana@example.org",
        [ANA],
    ),
    "an empty cell between gaps": (
        "  ID  Phone         Name        Email\n7001                Ana Jansen  ana@example.org",
        [ANA],
    ),
    "gaps that are not aligned": (
        "ID  Name  Email\n7001  Ana Jansen  ana@example.org\n7002  Ben Okri  ben@example.org",
        [ANA, BEN],
    ),
    "a table in boxes": (
        "╔══════╦════════════╦═════════════════╗\n║ ID   ║ Name       ║ Email           ║\n"
        "╠══════╬════════════╬═════════════════╣\n║ 7001 ║ Ana Jansen ║ ana@example.org ║\n"
        "╚══════╩════════════╩═════════════════╝\n(1 row)",
        [ANA],
    ),
    "HTML with its cells on lines": (
        "<table>\n<tr>\n<th>ID</th>\n<th>Name</th>\n<th>Email</th>\n</tr>\n<tr>\n<td>\n7001\n</td>\n"
        "<td><p>Ana</p>Jansen</td>\n<td>ana@example.org</td>\n</tr>\n</table>",
        [ANA],
    ),
    # labels
    "HTML of terms": (
        "<dl><dt>Customer ID</dt><dd>7001</dd><dt>Name</dt><dd>Ana Jansen</dd><dt>Email</dt>"
        "<dd>ana@example.org</dd></dl>",
        [ANA],
    ),
    "HTML of a card": (
        "<h3>Ana Jansen</h3><p><a href='mailto:x'>ana@example.org</a></p><p>Customer ID: 7001</p>",
        [ANA],
    ),
    "labels in a sentence": (
        "Hi, my name is Ana Jansen, my customer id is 7001 and my email is ana@example.org.",
        [ANA],
    ),
    "labels in German": (
        "Meine Kundennummer ist 7001, mein Name ist Ana Jansen, E-Mail: ana@example.org",
        [ANA],
    ),
    "labels in a chat": (
        "[10:02] Ana: Email: ana@example.org\n[10:03] Ana: Name: Ana Jansen\n[10:04] Agent: Thanks",
        [_NAMED],
    ),
    "whose labels they are": (
        "Your name:\nAna Jansen\n\nYour email:\nana@example.org\n\nMessage:\nI can't log in.",
        [_NAMED],
    ),
    "a value below its label, then other text": (
        "Username:\naj\nFirst name:\nAna\nLast name:\nJansen\nEmail address:\nana@example.org\n"
        "Required. 150 characters or fewer.",
        [_NAMED],
    ),
    "quoted": ("> Name: Ana Jansen\n> Email: ana@example.org\n> Customer ID: 7001", [ANA]),
    "a bar before every line": ("| Name: Ana Jansen\n| Email: ana@example.org\n| ID: 7001", [ANA]),
    "a mail's header in German": (
        "Von: Ana Jansen <ana@example.org>\nGesendet: Montag, 6. Mai 2024 10:12\nAn: Support",
        [_NAMED],
    ),
    # contacts
    "a signature": (
        "Best regards,\n\n-- \nAna Jansen\nPurchasing | Acme Tools S.L.\nT: +14155552671\n"
        "F: +14155552672\nE: ana@example.org\nwww.example.org",
        [_NAMED | PHONE],
    ),
    "a signature in few lines": (
        "Ana Jansen\nAcme GmbH · Ringstr. 5\nTel. +14155552671 · ana@example.org",
        [_NAMED | PHONE],
    ),
    "a mail and its signature": (
        "Hello,\n\nI can't sign in. My customer number is 7001.\n\nKind regards\nAna Jansen\n"
        "ana@example.org\n+14155552671",
        [WITH_PHONE],
    ),
    "a customer's page": (
        "Ana Jansen\nana@example.org\n\nDetails\nCustomer ID\n7001\nCustomer since\nApr 7, 2024\n"
        "Billing email\nana@example.org",
        [ANA],
    ),
    "a page on which a number may be anything": (
        "Ana Jansen\nBonn • Customer for 2 years\nAmount spent\n€199.65\nOrders\n12\nContact\n"
        "ana@example.org\n+14155552671\nDefault address\nCalle 1",
        [_NAMED | PHONE],
    ),
    "a numbered list": (
        "1. Ana Jansen - ana@example.org - 7001\n2. Ben Okri - ben@example.org - 7002",
        [ANA, BEN],
    ),
    "a list with bullets": (
        "• Ana Jansen, ana@example.org, 7001\n• Ben Okri, ben@example.org, 7002",
        [ANA, BEN],
    ),
    "a phone with points": (
        "7001\tAna Jansen\tana@example.org\t415.555.2671",
        [ANA | {"phone": "415.555.2671"}],
    ),
    "lists of addresses and numbers": (
        '{"id": "7001", "name": {"givenName": "Ana", "familyName": "Jansen"}, "phoneNumbers": [],'
        ' "emails": [{"value": "ana@example.org", "type": "work"}], "groups": ["a"]}',
        [ANA],
    ),
    "a question to a database and its answer": (
        "> find({ email: 'ana@example.org' })\n{ _id: 7001, email: 'ana@example.org', name: 'Ana Jansen' }",
        [ANA],
    ),
    "a call": ("Customer(7001,Ana Jansen,ana@example.org)", [ANA]),
    "an address in brackets and an ID": ("Ana Jansen (ana@example.org, ID 7001)", [ANA]),
    "a space alone": ("7001 ana@example.org", [{"id": "7001", "email": "ana@example.org"}]),
    "all to whom a mail goes": (
        "To: Ana Jansen <ana@example.org>, Ben Okri <ben@example.org>",
        [_NAMED, {"email": "ben@example.org", "name": "Ben Okri"}],
    ),
    "a card with gaps": (
        "Ana Jansen\nBuyer, Acme\n\nContact details\nana@example.org\n• Work\n+14155552671\n• Mobile",
        [_NAMED | PHONE],
    ),
    "no orders": ("aj\tAna Jansen\tana@example.org\tCustomer\t0", [_NAMED]),
    "sentences of two": (
        "One is Ana Jansen, ana@example.org. The other is ben@example.org.",
        [],
    ),
    "a filler between": (
        "My account email is ana@example.org and my customer number is 7001.",
        [{"id": "7001", "email": "ana@example.org"}],
    ),
    # nobody
    "the shop's own address": ("Our email is help@acme.example, Mon to Fri.", []),
    "an address in brackets in prose": ("The order (7001, ana@example.org) is late.", []),
}
