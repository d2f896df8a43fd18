"""A fragment of a component, template or email is read as the browser would receive it."""

import base64
import json
import quopri

import pytest

from reamaze_gui.core.page import Clue, Kind, Place
from reamaze_gui.core.reader import read
from tests.core.forms import CUSTOMER, DEFINED, KEY, PAIRS, SNIPPET
from tests.core.reading import user_in, values

CODE = f"var _support={{account:'acme',user:{{{PAIRS}}}}};"
SET = f"_support.user = {{{PAIRS}}};"
OTHER = "_support.user = {id: '1', email: 'old@example.org', authkey: 'x'};"
BLOCK = f"""<script>
  var _support = _support || {{ui: {{}}, user: {{}}}};
  _support['account'] = 'acme';
  {SET}
</script>"""
JSX = {
    "dangerouslySetInnerHTML": f"<Script dangerouslySetInnerHTML={{{{ __html: `{CODE}` }}}} />",
    "with an id": f'<Script id="reamaze" strategy="afterInteractive" dangerouslySetInnerHTML={{{{ __html: `\n{CODE}\n` }}}} />',
    "a small script": f"<script dangerouslySetInnerHTML={{{{__html: {json.dumps(CODE)}}}}}></script>",
    "children": f'<Script id="reamaze">{{`{CODE}`}}</Script>',
    "children over lines": f"<Script\n  id='reamaze'\n>\n  {{`\n    {CODE}\n  `}}\n</Script>",
    "in a head": f'<Head>\n<script async src="https://cdn.reamaze.com/assets/reamaze-loader.js" />\n<script dangerouslySetInnerHTML={{{{ __html: `{CODE}` }}}} />\n</Head>',
    "in a component": f'export default function Support() {{\n  return (\n    <>\n      <Script id="a">{{`{CODE}`}}</Script>\n    </>\n  );\n}}',
    "an arrow component": f"import Script from 'next/script';\nexport const Support = () => <Script id='a' dangerouslySetInnerHTML={{{{ __html: `{CODE}` }}}} />;",
    "between sentences": f"We have this in our layout:\n\n<Script id='a' dangerouslySetInnerHTML={{{{ __html: `{CODE}` }}}} />\n\nWhat is wrong with it?",
    "Helmet": f'<Helmet>\n  <script type="text/javascript">{{`{CODE}`}}</script>\n</Helmet>',
    "with a comment": f"<Script id='a'>\n  {{/* <Script>{{`{OTHER}`}}</Script> */}}\n  {{`{CODE}`}}\n</Script>",
}  # fmt: skip
PROPS = {
    "a widget's props": f"<ReamazeWidget account='acme' user={{{{{PAIRS}}}}} />",
    "with a dot": f"<Reamaze.Provider user={{{{{PAIRS}}}}}><App /></Reamaze.Provider>",
    "with text": f"<Widget user={{{{{PAIRS}}}}} {{/* who */}}>Hello {{}} {{name}}</Widget>",
    "a comment in braces": f"<Widget user={{/* who */ {{{PAIRS}}}}} />",
    "spread": f"<Widget {{...{{{PAIRS}}}}} />",
    "single props": f"<ReamazeChat id=\"48151623\" email=\"zoe@example.org\" name='Zoë Day' authkey={{'{KEY}'}} />",
}
FILES = {
    "Vue": f"<template><div/></template>\n<script>\nexport default {{\n  mounted() {{\n    window._support = window._support || {{}};\n    window.{SET}\n  }}\n}}\n</script>\n<style scoped>a {{}}</style>",
    "Vue, set up": f"<script setup>\nimport {{ onMounted }} from 'vue'\nonMounted(() => {{\n  window.{SET}\n}})\n</script>\n<template>\n  <div :class=\"{{ a: b }}\" />\n</template>",
    "Vue, TypeScript": f"<script setup lang=\"ts\">\nconst name: string = 'x'\n;(window as any).{SET}\n</script>",
    "Svelte": f"<script>\n  import {{ onMount }} from 'svelte';\n  onMount(() => {{ window.{SET} }});\n</script>\n{{#if user}}<p>{{user.name}}</p>{{/if}}",
    "Svelte's head": f"<svelte:head>\n{BLOCK}\n</svelte:head>\n\n{{#each items as item}}<li/>{{/each}}",
    "Svelte's own HTML": f"<svelte:head>\n{{@html `{BLOCK.replace('</', '<' + chr(92) + '/')}`}}\n</svelte:head>",
    "Blade": f"@extends('layout')\n@section('head')\n{BLOCK}\n@endsection\n@push('scripts') @endpush",
    "Blade, inside": f"<script>\n@auth\n{SET}\n@endauth\n</script>",
    "Razor": f"@{{ Layout = null; }}\n@if (User.Identity.IsAuthenticated)\n{{\n{BLOCK}\n}}",
    "Razor, inside": f"<script>\n@if (User.Identity.IsAuthenticated)\n{{\n<text>\n{SET}\n</text>\n}}\n</script>",
    "EJS": f"<% if (user) {{ %>\n{BLOCK}\n<% }} %>\n<%- include('footer') %>",
    "Angular": f"export class AppComponent implements OnInit {{\n  ngOnInit(): void {{\n    (window as any).{SET}\n  }}\n}}",
    "TypeScript": f"declare global {{ interface Window {{ _support: any }} }}\nconst w = window as any;\nw.{SET}",
    "React": f"useEffect(() => {{\n  window._support = window._support || {{}};\n  window.{SET}\n}}, []);",
}  # fmt: skip
COMMENTS = {
    "Liquid": "{% comment %}<script>{}</script>{% endcomment %}",
    "Liquid, trimmed": "{%- comment -%}<script>{}</script>{%- endcomment -%}",
    "Handlebars": "{{!-- <script>{}</script> --}}",
    "Twig": "{# <script>{}</script> #}",
    "Blade": "{{-- <script>{}</script> --}}",
    "ERB": "<%# <script>{}</script> %>",
    "JSP": "<%-- <script>{}</script> --%>",
    "FreeMarker": "<#-- <script>{}</script> -->",
    "Razor": "@* <script>{}</script> *@",
    "Smarty": "{* <script>{}</script> *}",
    "Velocity": "#* <script>{}</script> *#",
    "HTML": "<!-- <script>{}</script> -->",
    "PHP": "<?php /* <script>{}</script> */ ?>",
}


LITERALS = {
    "PHP": "<?php echo '{}'; ?>".replace("{}", "<script>" + CODE.replace("'", "\\'") + "</script>"),
    "Java": 'String s = "' + CODE.replace("'", '\\"') + '";',
    "C#": 'var s = @"' + CODE.replace("'", '""') + '";',
    "Markdown": CODE.replace("_", "\\_").replace("[", "\\["),
    "BBCode": f"[code]{CODE}[/code]",
    "Jira": f"{{code:javascript}}{CODE}{{code}}",
    "a console's place": f"VM123:1:5 {{{PAIRS}}}",
    "a script's place": f"(index):12 {{{PAIRS}}}",
    "mail": "Content-Type: text/html\nContent-Transfer-Encoding: base64\nX-A: b\n\n"
    + base64.encodebytes(f"<script>\r\n{CODE}</script>".encode()).decode(),
}


def _numbered(form: str) -> str:
    return "\n".join(
        form.format(number, line) for number, line in enumerate(BLOCK.split("\n"), start=41)
    )


@pytest.mark.parametrize("name", JSX)
def test_a_script_that_jsx_writes_is_read(name: str) -> None:
    page = read(JSX[name])
    assert page.user
    assert page.user.place is Place.USER
    assert values(JSX[name]) == CUSTOMER
    assert not {each.clue for each in page.sightings} & {Clue.SYNTAX, Clue.TAG, Clue.CURLY}


@pytest.mark.parametrize("name", LITERALS)
def test_what_was_put_around_code_is_removed(name: str) -> None:
    assert values(LITERALS[name]) == CUSTOMER


@pytest.mark.parametrize("name", PROPS)
def test_the_props_of_a_widget_are_a_customer(name: str) -> None:
    page = read(PROPS[name])
    assert page.user
    assert page.user.place in {Place.DATA, Place.USER}
    assert CUSTOMER.items() <= values(PROPS[name]).items()
    assert not page.seen(Clue.SYNTAX)


def test_a_value_that_a_component_fills_in_is_a_template() -> None:
    code = CODE.replace("48151623", "${user.id}").replace(KEY, "${authkey}")
    user = user_in(f"<Script id='a' dangerouslySetInnerHTML={{{{ __html: `{code}` }}}} />")
    assert {entry.name: entry.kind for entry in user.entries} == {
        "id": Kind.TEMPLATE,
        "email": Kind.TEXT,
        "name": Kind.TEXT,
        "authkey": Kind.TEMPLATE,
    }


@pytest.mark.parametrize("name", FILES)
def test_the_file_of_a_component_or_a_template_is_read(name: str) -> None:
    page = read(FILES[name])
    assert CUSTOMER.items() <= values(FILES[name]).items()
    assert not page.seen(Clue.SYNTAX)


@pytest.mark.parametrize("name", COMMENTS)
def test_what_a_templates_comment_holds_is_not_there(name: str) -> None:
    comment = COMMENTS[name].replace("{}", OTHER)
    for text in (f"{comment}\n{BLOCK}", f"{BLOCK}\n{comment}"):
        page = read(text)
        assert values(text) == CUSTOMER
        assert not page.overwritten
        assert not page.sightings
    assert read(comment).user is None


def test_the_lines_after_a_comment_keep_their_numbers() -> None:
    assert user_in(f"{{% comment %}}\n{OTHER}\n{{% endcomment %}}\n{SNIPPET}").line == 5


@pytest.mark.parametrize("columns", [40, 76])
def test_a_mail_in_quoted_printable_is_decoded(columns: int) -> None:
    encoded = quopri.encodestring(BLOCK.encode()).decode()
    page = read(f"Content-Transfer-Encoding: quoted-printable\n\n{encoded}")
    assert values(encoded) == CUSTOMER
    assert page.user
    assert page.user.line == 6
    wrapped = BLOCK.replace("=", "=3D")
    wrapped = wrapped[:columns] + "=\n" + wrapped[columns:]
    assert values(wrapped.replace("ë", "=C3=AB")) == CUSTOMER
    assert values(wrapped.replace("ë", "=EB")) == CUSTOMER


def test_the_parts_of_a_mail_are_decoded_as_their_headers_say() -> None:
    encoded = quopri.encodestring(f"<p>{'a' * 100}</p>\n{SNIPPET}".encode()).decode()
    kind = "Content-Transfer-Encoding: quoted-printable\nContent-Type: text/html; charset=utf-8"
    mail = f"Content-Type: multipart/mixed; boundary=b1\n\n--b1\n{kind}\n\n{encoded}\n--b1--\na=3Db"
    page = read(mail)
    assert values(mail) == CUSTOMER
    assert page.user
    first = mail.index("_support['user']") if "_support['user']" in mail else mail.index("user")
    assert page.user.line == mail.count("\n", 0, first) + 1


@pytest.mark.parametrize("text", ["a=3D", "x = 0x3D; y=3D", "=3D=ZZ"])
def test_what_has_a_plain_sign_is_no_quoted_printable(text: str) -> None:
    assert values(f"{text};\n{BLOCK}") == CUSTOMER


@pytest.mark.parametrize(
    "form", ["{} {}", "{}: {}", "{:>4} | {}", "{}\t{}", "  {}  {}", "{}. {}", "{}) {}", "{:04}│{}"]
)
def test_the_numbers_of_the_lines_are_removed(form: str) -> None:
    page = read(_numbered(form))
    assert values(_numbered(form)) == CUSTOMER
    assert page.user
    assert page.user.line == 4
    assert not page.sightings


def test_smart_quotes_are_said_and_read() -> None:
    for opening, closing in ("‘’", "“”", "„“"):
        text = BLOCK.replace("'Zoë Day'", f"{opening}Zoë Day{closing}")
        assert values(text) == CUSTOMER
        assert read(text).seen(Clue.CURLY)


@pytest.mark.parametrize(
    "setting",
    [
        "ui: {overrides: {uploadingAttachments: 'Uploading {{count}} files'}}",
        "ui: {overrides: {a: '{{count}}', b: \"{{ name }} wrote\", c: '[[x]]'}}",
        "ui: {contactMode: 'mixed', overrides: {greeting: 'Hi {{customer.name}}!', x: '{{{raw}}}'}}",
        "ui: {overrides: {a: '{count} files', b: '%{count} files', c: '{{#if a}}b{{/if}}'}}",
        "ui: {overrides: {\n  a: 'Sending {{count}} of {{total}}',\n  b: '<%= x %>'\n}}",
    ],
)
def test_the_widgets_own_braces_are_no_template(setting: str) -> None:
    for text in (
        f"<script>var _support = {{account: 'acme', {setting}, user: {{{PAIRS}}}}};</script>",
        f"<script>var _support = {{}}; _support.{setting.replace(':', ' =', 1)};\n{SET}</script>",
        f"{DEFINED}<script>_support['ui'] = {{{setting}}};</script>{SNIPPET}",
    ):
        page = read(text)
        assert values(text) == CUSTOMER
        assert not {each.clue for each in page.sightings} & {Clue.TAG, Clue.SYNTAX}


def test_a_type_of_typescript_is_no_customer() -> None:
    members = "{\n  readonly id: string;\n  email?: string;\n  authkey: string | null\n}\n"
    for types in (f"export interface User {members}", f"type User = {members}"):
        assert read(types).user is None
        page = read(f"{types}{SET};")
        assert values(f"{types}{SET};") == CUSTOMER
        assert page.user
        assert page.user.line == 6
        assert not page.sightings


@pytest.mark.parametrize("opening", ["<?php echo", "<?=", "<? print"])
def test_a_page_in_a_string_of_php_is_read(opening: str) -> None:
    code = SNIPPET.replace("\n", "\\n")
    assert values(f'{opening} "{code}"; ?>') == CUSTOMER


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('var s = @"', '";'),
        ('String s = """\n', '""";'),
        ("PAGE = '''", "'''"),
        ('f($@"', '");'),
        ("<?php\necho <<<HTML\n", "\nHTML;\n"),
        ("cat <<'EOF'\n", "\nEOF"),
    ],
)
def test_code_in_a_string_over_several_lines_is_read(before: str, after: str) -> None:
    page = read(f"{before}var _support = {{}};\n{SET}\n{after}\n")
    assert page.user
    assert {entry.name: entry.text for entry in page.user.entries} == CUSTOMER
    assert page.user.line == f"{before}\n".count("\n") + 1
    assert not page.sightings
