"""Whatever is typed is what `_support.user` contains in a page, and nothing else happens."""

import json
import subprocess
from collections.abc import Callable
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from reamaze_gui.core.customer import FIELDS
from reamaze_gui.core.snippets import LOADER, SNIPPETS, WEB_PAGE, Snippet

HOSTILE = (
    *("'", '"', "`", "\\", "\\'", "\\u0027", "${0}", "\n", "\r\n", "\t", "\0", "\x7f", "\x85"),
    *("\u2028", "\u2029", "\u202e", "\ufeff", "\u0301", "\U0001f98a", "\ud83e", "\udd8a"),
    *("</script>", "</SCRIPT\t", "<script>", "<!--", "-->", "--!>", "<!--<script>", "<![CDATA["),
    *("]]>", "<?php", "{{ id }}", "&#39;", "&lt;/script&gt;", "//", "/*", "*/", "__proto__"),
    *("'}; evil = 1; ({a: '", "' + (evil = 1) + '", "<img src=x onerror=evil()>", "x" * 9_999),
)
texts = st.text(st.characters(exclude_categories=())) | (
    st.lists(st.sampled_from(HOSTILE) | st.text(max_size=3)).map("".join)
)
sent_values = st.dictionaries(
    st.sampled_from([*(field.name for field in FIELDS), "authkey"]), texts, min_size=1
)

# What a script has made of a page: the globals that there are, and every entry in UTF-16.
INSPECT = """JSON.stringify([Object.keys(this), Object.entries(_support.user).map(
    ([key, value]) => [key, typeof value, value.split('').map(unit => unit.charCodeAt(0))])])"""


NODE = f"""
    const scripts = JSON.parse(require('fs').readFileSync(0)), vm = require('vm')
    console.log(JSON.stringify(scripts.map(script => {{
        const page = vm.createContext({{_support: {{}}}})
        vm.runInContext(script, page)
        return JSON.parse(vm.runInContext({json.dumps(INSPECT)}, page))
    }})))
"""


@given(sent=sent_values)
def test_the_page_holds_what_was_typed_and_nothing_else(
    run: Callable[[str], str], sent: dict[str, str]
) -> None:
    untouched, _ = json.loads(run(f"_support = {{user: {{}}}}; {INSPECT}"))
    run(_script(WEB_PAGE.write(sent, "")))
    assert json.loads(run(INSPECT)) == [untouched, _entries(sent)]


def test_node_reads_hostile_values_as_they_were_typed() -> None:
    pages = [dict.fromkeys(("id", "email", "name", "authkey"), value) for value in HOSTILE]
    scripts = [_script(WEB_PAGE.write(sent, "")) for sent in pages]
    command, given = ["node", "-e", NODE], json.dumps(scripts)
    answer = subprocess.run(command, input=given, capture_output=True, text=True, check=True).stdout
    assert json.loads(answer) == [[["_support"], _entries(sent)] for sent in pages]


@given(sent=sent_values)
def test_xml_reads_the_same_script_as_html(sent: dict[str, str]) -> None:
    snippet = WEB_PAGE.write(sent, "")
    xhtml = f"<p>{snippet}<b><![CDATA[{snippet}]]></b></p>"
    page = ET.fromstring(xhtml)  # noqa: S314 - our own
    assert page.findtext("script") == _script(snippet)
    assert page.findtext("b") == snippet


def test_the_snippet_has_the_vendors_form() -> None:
    sent = {"id": "7", "email": "zoe@example.org", "name": "O'Neill"}
    assert WEB_PAGE.write(sent, "") == (
        '<script type="text/javascript">\n'
        "  _support['user'] = {\n"
        "    id: '7',\n"
        "    email: 'zoe\\u0040example.org',\n"
        "    name: 'O\\'Neill'\n"
        "  }\n"
        "</script>\n"
    )


def test_the_complete_page_loads_the_widget_of_its_account(run: Callable[[str], str]) -> None:
    sent = {"id": "7", "email": "zoe@example.org", "name": "O'Neill"}
    page = LexborHTMLParser(_format("reamaze-sso-page.html").write(sent, "acme"))
    loader, *inline = page.css("script")
    assert (loader.attributes["src"], "async" in loader.attributes) == (LOADER, True)
    run("_support = undefined")
    for script in inline:
        run(script.text())
    assert json.loads(run("JSON.stringify(_support)")) == {
        "ui": {},
        "user": sent,
        "account": "acme",
    }
    (title,) = page.css("title")
    assert "acme" in title.text()


def test_the_line_of_a_picture_leaves_the_customer_as_it_is(run: Callable[[str], str]) -> None:
    run("_support = {user: {id: '7'}}")
    run(_script(_format("reamaze-avatar.html").write({"avatar": "https://example.com/'"}, "")))
    user = json.loads(run("JSON.stringify(_support.user)"))
    assert user == {"id": "7", "avatar": "https://example.com/'"}


def test_what_has_an_hmac_in_it_signs_and_nothing_else_of_the_server_does() -> None:
    of_server = [snippet for snippet in SNIPPETS if not snippet.of_customer]
    with_hmac = [snippet for snippet in of_server if "hmac" in snippet.write({}, "").lower()]
    assert 0 < len(with_hmac) < len(of_server)
    assert [snippet for snippet in of_server if snippet.signs] == with_hmac


def _format(file_name: str) -> Snippet:
    (found,) = [each for each in SNIPPETS if each.file_name == file_name]
    return found


def _script(snippet: str) -> str:
    """Return the script of a page with the snippet in it, which must be all that is added."""
    page = LexborHTMLParser(f"<!DOCTYPE html><body><p>before</p>{snippet}<p>after</p></body>")
    assert [node.tag for node in page.css("body *")] == ["p", "script", "p"]
    assert [node.text() for node in page.css("p")] == ["before", "after"]
    script = page.css("script")[0].text()
    assert script
    assert snippet.partition(">")[2] == f"{script}</script>\n"
    return script


def _entries(sent: dict[str, str]) -> list[list[object]]:
    """Return what `INSPECT` tells of these values: none lost, none changed, in their order."""
    return [
        [key, "string", memoryview(value.encode("utf-16-le", "surrogatepass")).cast("H").tolist()]
        for key, value in sent.items()
    ]
