"""Pastes with labels or headings, or in a format of their own, and the customers in them."""

from tests.core.pastes import ANA, BEN, PHONE, WITH_PHONE

_CARD = "BEGIN:VCARD\nVERSION:{}\n{}\nEND:VCARD\n"

# As in `pastes`.
RECORDS: dict[str, tuple[str, list[dict[str, str]]]] = {
    # labelled lines
    "labels with stars": (
        "- **Email:** ana@example.org\n- **Name:** Ana Jansen\n- **ID:** 7001",
        [ANA],
    ),
    "labels above their values": (
        "Email\nana@example.org\nName\nAna Jansen\nCustomer ID\n7001\n",
        [ANA],
    ),
    "labels on one line": ("ID: 7001, Name: Ana Jansen, Email: ana@example.org", [ANA]),
    "first and last name by labels": (
        "First name: Ana\nLast name: Jansen\nE-mail: ana@example.org\nUser ID: 7001",
        [ANA],
    ),
    "a column a line, of two": (
        "-[ RECORD 1 ]---\nid    | 7001\nname  | Ana Jansen\nemail | ana@example.org\n"
        "-[ RECORD 2 ]---\nid    | 7002\nname  | Ben Okri\nemail | ben@example.org\n",
        [ANA, BEN],
    ),
    "Slack": (
        "*ID:* 7001\n*Name:* Ana Jansen\n*Email:* <mailto:ana@example.org|ana@example.org>",
        [ANA],
    ),
    # printed by programs
    "console.table": (
        "│ (index) │ id │ name │ email │\n├───┼───┼───┼───┤\n"
        "│ 0 │ 7001 │ 'Ana Jansen' │ 'ana@example.org' │",
        [ANA],
    ),
    "INSERT": (
        "INSERT INTO c (id, name, email) VALUES (7001, 'Ana Jansen', 'ana@example.org');",
        [ANA],
    ),
    # vCards
    "vCard 4": (
        _CARD.format("4.0", "FN:Ana Jansen\nEMAIL:ana@example.org\nTEL;VALUE=uri:tel:+14155552671"),
        [{"email": "ana@example.org", "name": "Ana Jansen"} | PHONE],
    ),
    "vCard of Apple": (
        _CARD.format(
            "3.0", "N:Jansen;Ana;;;\nFN:Ana Jansen\nitem1.EMAIL;type=INTERNET:ana@example.org"
        ),
        [{"email": "ana@example.org", "name": "Ana Jansen"}],
    ),
    "vCard without FN": (
        _CARD.format("3.0", "N:Jansen;Ana;;;\nEMAIL:ana@example.org"),
        [{"email": "ana@example.org", "name": "Ana Jansen"}],
    ),
    "vCard 2.1, quoted printable": (
        _CARD.format(
            "2.1", "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Zo=C3=AB\nEMAIL:z@example.org"
        ),
        [{"email": "z@example.org", "name": "Zoë"}],
    ),
    "vCard with a preferred address": (
        _CARD.format("4.0", "FN:Ana\nEMAIL:old@example.org\nEMAIL;PREF=1:ana@example.org"),
        [{"email": "ana@example.org", "name": "Ana"}],
    ),
    "vCard of Android, by preference": (
        _CARD.format("3.0", "FN:Ana\nEMAIL:old@example.org\nEMAIL;TYPE=HOME,PREF:ana@example.org"),
        [{"email": "ana@example.org", "name": "Ana"}],
    ),
    "vCard with an unknown preference": (
        _CARD.format("4.0", "FN:Ana\nEMAIL;PREF=x:ana@example.org"),
        [{"email": "ana@example.org", "name": "Ana"}],
    ),
    "two vCards": (
        _CARD.format("3.0", "FN:Ana\nEMAIL:ana@example.org")
        + _CARD.format("4.0", "FN:Ben\nEMAIL:b@c.org"),
        [{"email": "ana@example.org", "name": "Ana"}, {"email": "b@c.org", "name": "Ben"}],
    ),
    "vCard without an address": (
        _CARD.format("3.0", "FN:Ana Jansen\nTEL:+14155552671"),
        [{"name": "Ana Jansen"} | PHONE],
    ),
    # JSON
    "WooCommerce's JSON": (
        '{"id": 7001, "email": "ana@example.org", "first_name": "Ana", "last_name": "Jansen",'
        ' "billing": {"email": "other@example.org", "phone": "+4940123456"}}',
        [ANA],
    ),
    "Shopify's GraphQL": (
        '{"data": {"customer": {"id": "gid://shopify/Customer/7", "displayName": "Ana Jansen",'
        ' "defaultEmailAddress": {"emailAddress": "ana@example.org"},'
        ' "defaultPhoneNumber": {"phoneNumber": "+14155552671"}}}}',
        [WITH_PHONE | {"id": "gid://shopify/Customer/7"}],
    ),
    "HubSpot's JSON": (
        '{"results": [{"id": "7001", "properties": {"email": "ana@example.org",'
        ' "firstname": "Ana", "lastname": "Jansen"}}]}',
        [ANA],
    ),
    "the customer of an order": (
        '{"id": 450789469, "email": "ana@example.org", "name": "#1001",'
        ' "customer": {"id": 7001, "first_name": "Ana", "last_name": "Jansen"}}',
        [ANA],
    ),
    "a list": (
        '[{"id": 7001, "email": "ana@example.org", "name": "Ana Jansen"},'
        ' {"id": "7002", "email": "ben@example.org", "name": "Ben Okri"}]',
        [ANA, BEN],
    ),
    "an object a line": (
        '{"id": 7001, "email": "ana@example.org", "name": "Ana Jansen"}\n'
        '{"id": 7002, "email": "ben@example.org", "name": "Ben Okri"}\n',
        [ANA, BEN],
    ),
    "a list of lists": (
        '[["id", "email", "name"], ["7001", "ana@example.org", "Ana Jansen"]]',
        [ANA],
    ),
    "a company and its contact": (
        '{"name": "Acme", "email": "info@acme.example", "contacts": [{"id": 7001,'
        ' "email": "ana@example.org", "name": "Ana Jansen", "vip": true}]}',
        [ANA],
    ),
    # tables of other kinds
    "Markdown": (
        "| ID | Name | Email |\n|---|:---:|---|\n| 7001 | **Ana Jansen** |"
        " [ana@example.org](mailto:ana@example.org) |\n",
        [ANA],
    ),
    "Jira": ("||ID||Name||Email||\n|7001|Ana Jansen|ana@example.org|", [ANA]),
    "gaps": ("7001   Ana Jansen   ana@example.org", [ANA]),
    "Danish": ("Kundenr.;Navn;E-mail\n7001;Ana Jansen;ana@example.org", [ANA]),
    "Polish": ("ID;Imię;Nazwisko;E-mail\n7001;Ana;Jansen;ana@example.org", [ANA]),
    "Italian": ("ID cliente;Nome;Cognome;Email\n7001;Ana;Jansen;ana@example.org", [ANA]),
    "Portuguese": ("ID do cliente;Nome;E-mail\n7001;Ana Jansen;ana@example.org", [ANA]),
    "Spanish": ("ID de cliente;Nombre;Apellidos;Correo\n7001;Ana;Jansen;ana@example.org", [ANA]),
    "Markdown without outer bars": (
        "ID | Email\n---|---\n7001 | ana@example.org",
        [{"id": "7001", "email": "ana@example.org"}],
    ),
    "a database's": (
        "+------+-----------------+------------+\n| id   | email           | name       |\n"
        "+------+-----------------+------------+\n| 7001 | ana@example.org | Ana Jansen |\n"
        "+------+-----------------+------------+\n",
        [ANA],
    ),
    "HTML": (
        "<meta charset=utf-8><table><tr><th>ID<th>Name<th>Email</tr>"
        '<tr><td>7001</td><td>Ana<br>Jansen</td><td><a href="mailto:x">ana@example.org</a></table>',
        [ANA],
    ),
    "HTML of rows alone": (
        "<tr><td>7001</td><td>Ana &#74;ansen</td><td>ana@example.org</td></tr>",
        [ANA],
    ),
    "HTML, labels at the side": (
        "<p>Customer</p><table><tr><th>Email</th><td>ana@example.org</td></tr>"
        "<tr><th>Name</th><td>Ana Jansen</td></tr><tr><th>ID</th><td>7001</td></tr></table>",
        [ANA],
    ),
    # lines of a contact
    "a contact of an address in brackets": (
        "7001\n<ana@example.org>",
        [{"id": "7001", "email": "ana@example.org"}],
    ),
    "contacts that are not alike, without a gap": (
        "Ana Jansen\nana@example.org\nBen Okri <ben@example.org>\nLi Wei",
        [],
    ),
    "four lines, an id": (
        "7001\nAna Jansen\nana@example.org\n+1 415 555 2671",
        [ANA | {"phone": "+1 415 555 2671"}],
    ),
    "two contacts": (
        "Ana Jansen\nana@example.org\n\nBen Okri\nben@example.org\n+14155552671",
        [
            {"email": "ana@example.org", "name": "Ana Jansen"},
            {"email": "ben@example.org", "name": "Ben Okri"} | PHONE,
        ],
    ),
    "two contacts without a gap": (
        "Ana Jansen\nana@example.org\nBen Okri\nben@example.org",
        [
            {"email": "ana@example.org", "name": "Ana Jansen"},
            {"email": "ben@example.org", "name": "Ben Okri"},
        ],
    ),
    # the snippet
    "the vendor's snippet": (
        "<script>\n  _support['user'] = {\n    id: '7001',\n    email: 'ana@example.org',\n"
        "    name: 'Ana Jansen',\n    phone: '+14155552671',\n    authkey: 'abc'\n  }\n</script>",
        [WITH_PHONE],
    ),
    "a snippet whose values are unknown": (
        "_support.user = {id: user.id, email: 'ana@example.org', name: '{{ name }}'}",
        [{"email": "ana@example.org"}],
    ),
    # nobody
    "a cell without an end": ('7,ana@example.org,"' + "x" * 200_000, []),
    "prose with an address": ("Please write to ana@example.org about it.", []),
    "prose with commas": ("Hi Ana, it was ana@example.org, I can't log in", []),
    "prose of several lines": ("Hello,\n\nI can't log in any more.\n\nBest regards\nAna", []),
    "a heading without rows": ("id,email,name\n", []),
    "a product": ('{"id": 7, "name": "Blue shirt", "price": 12.5}', []),
    "products": ("sku\tprice\tstock\nA-1\t12.50\t7\n", []),
    "an order's number": ("Order 7008: shipped tomorrow", []),
    "a damaged vCard": (
        "BEGIN:VCARD\nVERSION:3.0\nFN Ana\nEMAIL:ana@example.org\nEND:VCARD",
        [{"email": "ana@example.org", "name": "Ana"}],  # by their labels
    ),
    "shifted cells": ("id,email,name\nAna Jansen,7001,ana@example.org", []),
}
