"""One customer in every form in which people hand over a page."""

import html
import json
from urllib.parse import quote, urlencode

KEY = "aa747c502a898200f9e4fa21bac68136f886a0e27aec70ba06daf2e2a5cb5597"
CUSTOMER = {"id": "48151623", "email": "zoe@example.org", "name": "Zoë Day", "authkey": KEY}
PAIRS = f"id: '48151623', email: 'zoe@example.org', name: 'Zoë Day', authkey: '{KEY}'"
CODE = f"""_support['user'] = {{
    id: '48151623',
    email: 'zoe@example.org',
    name: 'Zoë Day',
    authkey: '{KEY}'
}};"""
SNIPPET = f'<script type="text/javascript">\n{CODE}\n</script>'
JSON = json.dumps(CUSTOMER)
SUPPORT = json.dumps({"account": "acme", "ui": {"lightbox": {}}, "user": CUSTOMER})
DEFINED = """<script async src="https://cdn.reamaze.com/assets/reamaze.js"></script>
<script>
    var _support = _support || {'ui': {}, 'user': {}};
    _support['account'] = 'acme';
    _support['ui']['contactMode'] = 'mixed';
</script>"""
PAGE = f"""<!DOCTYPE html>
<html>
<head><title>Acme: it's "yours" & mine</title>
<style>a > b {{ content: "<script>"; }}</style>
<!-- <script>_support.user = {{id: '0', email: 'old@example.org'}}</script> -->
{DEFINED}
</head>
<body onclick="go('x')" class="a{{b">
<noscript><img src="x"></noscript>
<script>dataLayer = [{{"id": 8, "email": "max@example.org"}}];</script>
{SNIPPET}
<div id="app">{{{{ greeting }}}}</div>
</body>
</html>"""
FORM = {f"sso[{name}]": value for name, value in CUSTOMER.items()}
LISTED = "\n".join(f"sso[{name}]: {value}" for name, value in CUSTOMER.items())
BY_KEY = "\n".join(f"_support['user']['{name}'] = '{value}';" for name, value in CUSTOMER.items())
PARTS = "".join(
    f'--x\nContent-Disposition: form-data; name="{name}"\n\n{value}\n'
    for name, value in FORM.items()
)
ADDRESS = "https://acme.reamaze.com/data/widget"
INNER = json.dumps(SNIPPET).replace("</", "<\\/")

CODE_FORMS = {
    "a snippet": SNIPPET,
    "its code alone": CODE,
    "key by key, with brackets": f"_support['user'] = {{}};\n{BY_KEY}",
    "key by key, with dots": f"_support.user = {{}}; _support.user.id = '48151623'\n"
    f"_support.user.email = 'zoe@example.org'\n_support.user.name = \"Zoë Day\"\n"
    f"_support.user.authkey = '{KEY}'",
    "one literal": f"var _support = {{account: 'acme', user: {{{PAIRS},}},}}",
    "one literal of window": f"window._support = {{'user': {{{PAIRS}}}}}",
    "by window and brackets": f"window['_support']['user'] = {{{PAIRS}}}",
    "one JSON": f"window._support = {SUPPORT};",
    "JSON that is parsed": f"_support.user = JSON.parse('{JSON}'.replace)".replace(".replace", ""),
    "Base64": "_support.user = JSON.parse(atob('"
    + __import__("base64").b64encode(json.dumps(CUSTOMER).encode()).decode()
    + "'))",
    "joined with +": f"_support.user = {{id: '' + 48151623, email: 'zoe' + '@' + \"example.org\", "
    f"name: 'Zo\\u00eb' + ' ' + 'Day', authkey: '{KEY[:32]}' +\n '{KEY[32:]}'}}",
    "escapes": f"_support.user = {{id: '\\x34\\u{{38}}151623', email: 'zoe\\u0040example\\.org', "
    f"name: 'Zo\\u00EB\\\n Day', authkey: '{KEY}'}}",
    "template literals": f"const id = 48151623; _support.user = {{id: `${{id}}`, "
    f"email: `zoe@example.org`, name: `Zoë ${{'Day'}}`, authkey: `{KEY}`}}",
    "variables": f"var email = 'zoe@example.org'; let id = '48151623', key = '{KEY}';\n"
    "_support.user = {id, email, name: 'Zoë Day', authkey: key}",
    "Object.assign": f"var _support = {{user: {{}}}}; Object.assign(_support.user, {{{PAIRS}}})",
    "$.extend": f"var _support = {{}}; $.extend(true, _support, {{user: {{{PAIRS}}}}})",
    "spread": f"const u = {{{PAIRS}}}; window._support = {{...window._support, user: {{...u}}}}",
    "defaults": f"_support.user = window.nobody || {{id: '' || '48151623', email: null ?? "
    f"'zoe@example.org', name: true && 'Zoë Day', authkey: 1 > 2 ? '0' : '{KEY}'}}",
    "a function that runs at once": f"(function (w) {{ w._support.user = {{{PAIRS}}} }})(window);",
    "when the page is ready": f"$(function () {{ _support.user = {{{PAIRS}}} }});",
    "a function that is called": f"function go(key, id) {{ _support.user = {{id: String(id), "
    f"email: 'zoe@example.org', name: 'Zoë Day', authkey: key}} }}\ngo('{KEY}', 48151623)",
    "if": f"if (visitor) {{ _support.user = {{{PAIRS}}} }} else {{ _support.user = {{}} }}",
    "the legacy form": "\n".join(
        f"_support['{name}'] = '{value}';" for name, value in CUSTOMER.items()
    ),
    "JavaScript in a string": f"eval({json.dumps(CODE)})",
    "HTML in a string": f"document.write({INNER})",
    "an apostrophe too many": CODE.replace("'48151623'", "'48151623', city: 'L'Aquila'"),
    "typographic quotes": CODE.replace(": '", ": ‘").replace("',", "’,").replace("'\n}", "’\n}"),
}
PAGE_FORMS = {
    "a page": PAGE,
    "its DOM": PAGE.replace("<!DOCTYPE html>\n", "").replace("async", 'async=""'),
    "two scripts": "<script>var me = {" + PAIRS + "}</script><script>_support.user = me</script>",
    "a tag manager's JSON": json.dumps({"tag": [{"html": SNIPPET}]}),
    "Magento": '<script type="text/x-magento-init">{"*": {"x/widget": {"_support": '
    + SUPPORT
    + "}}}</script>",
    "an event handler": f'<body onload="_support.user = {html.escape("{" + PAIRS + "}")}">',
    "a script that is never closed": SNIPPET.removesuffix("</script>"),
    "escaped quotes in a script": "<script>" + html.escape(CODE) + "</script>",
}
PRINTED_FORMS = {
    "JSON.stringify(_support)": SUPPORT,
    "the same, indented": json.dumps(json.loads(SUPPORT), indent=2, ensure_ascii=False),
    "the same in quotes": f"'{SUPPORT}'",
    "with what was typed": f"> JSON.stringify(_support)\n< '{SUPPORT}'",
    "JSON.stringify(_support.user)": JSON,
    "Chrome, folded": f"{{{PAIRS}}}",
    "Chrome, unfolded": "▼{id: '48151623', email: 'zoe@example.org', name: 'Zoë Day', …}\n"
    + "\n".join(f'{name}: "{value}"' for name, value in sorted(CUSTOMER.items()))
    + "\n[[Prototype]]: Object",
    "Firefox": f"Object {{ {PAIRS} }}".replace("'", '"'),
    "Firefox, unfolded": 'Object { id: "48151623", … }\n'
    + "\n".join(f'\u200b{name}: "{value}"' for name, value in CUSTOMER.items())
    + "\n\u200b<prototype>: Object { … }",
    "Safari, unfolded": "Object\n\n"
    + "\n".join(f'{name}: "{value}"' for name, value in CUSTOMER.items())
    + "\n\nObject Prototype",
    "Python": str(CUSTOMER),
    "PHP's var_export": "array (\n"
    + "".join(f"  '{name}' => '{value}',\n" for name, value in CUSTOMER.items())
    + ")",
    "PHP's print_r": "Array\n(\n"
    + "".join(f"    [{name}] => {value}\n" for name, value in CUSTOMER.items())
    + ")",
    "PHP's var_dump": "array(4) {\n"
    + "".join(
        f'  ["{name}"]=>\n  string({len(value.encode())}) "{value}"\n'
        for name, value in CUSTOMER.items()
    )
    + "}",
    "PHP": "$user = ["
    + ", ".join(f"'{name}' => '{value}'" for name, value in CUSTOMER.items())
    + "];",
    "Ruby": "{" + ", ".join(f':{name}=>"{value}"' for name, value in CUSTOMER.items()) + "}",
    "YAML": "user:\n" + "\n".join(f"  {name}: {value}" for name, value in CUSTOMER.items()),
    "lines of a ticket": f"Hello, this customer can't sign in.\n\nCustomer ID: 48151623\n"
    f"Email: zoe@example.org\nName: Zoë Day\nAuth key: {KEY}\n\nThanks, Bob",
    "a table": "id,email,name,authkey\n" + ",".join(CUSTOMER.values()),
    "a spreadsheet": "email\tid\tauthkey\tname\n"
    + "\t".join(CUSTOMER[name] for name in ("email", "id", "authkey", "name")),
}
REQUEST_FORMS = {
    "an address": f"{ADDRESS}?{urlencode(FORM)}&v=2",
    "an address, decoded": f"{ADDRESS}?" + "&".join(f"{k}={quote(v)}" for k, v in FORM.items()),
    "form data": urlencode(FORM),
    "cURL": f"curl '{ADDRESS}' \\\n  -H 'accept: */*' \\\n  --data-raw '{urlencode(FORM)}' --compressed",
    "cURL, $'": f"curl {ADDRESS} --data-raw $'x=\\u0021&{urlencode(FORM)}'",
    "cURL for Windows": f'curl ^"{ADDRESS}^" ^\n  --data-raw ^"'
    + urlencode(FORM).replace("%", "^%^").replace("&", "^&")
    + '^"',
    "cURL, JSON": f"curl {ADDRESS} --data '{json.dumps({'sso': CUSTOMER})}'",
    "cURL, -F": f"curl {ADDRESS} " + " ".join(f"-F '{k}={v}'" for k, v in FORM.items()),
    "cURL, --data-urlencode": f"curl {ADDRESS} -G "
    + " ".join(f'--data-urlencode "{k}={v}"' for k, v in FORM.items()),
    "cURL, in parts": f"curl {ADDRESS} --data-binary $'"
    + PARTS.replace("\n", "\\r\\n")
    + "--x--\\r\\n'",
    "fetch": f'fetch("{ADDRESS}", {{"body": "{urlencode(FORM)}", "method": "POST"}});',
    "fetch, JSON": f'fetch("{ADDRESS}", {{"body": {json.dumps(json.dumps({"sso": CUSTOMER}))}}});',
    "PowerShell": f'Invoke-WebRequest -Uri "{ADDRESS}" -Body "{urlencode(FORM)}"',
    "in parts": PARTS + "--x--",
    "as the tools list it": LISTED,
    "name and value on lines of their own": LISTED.replace(": ", "\n"),
    "JSON": json.dumps({"sso": CUSTOMER, "account": "acme"}),
    "JSON, flat": json.dumps(FORM),
    "HAR": json.dumps({"params": [{"name": quote(k), "value": quote(v)} for k, v in FORM.items()]}),
    "HAR, text": json.dumps({"postData": {"text": urlencode(FORM)}}),
}
FORMS = CODE_FORMS | PAGE_FORMS | PRINTED_FORMS | REQUEST_FORMS
