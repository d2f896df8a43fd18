"""Code that computes the HMAC on a server is distinguished from code that does so in the browser."""

import pytest

from reamaze_gui.core.code_side import public_secret
from reamaze_gui.core.page import Clue, Kind
from reamaze_gui.core.reader import read

WEB_CRYPTO = "const key = await crypto.subtle.importKey('raw', enc.encode({}), {name: 'HMAC', hash: 'SHA-256'}, false, ['sign']);\nconst authkey = hex(await crypto.subtle.sign('HMAC', key, enc.encode(`${id}:${email}`)));\n"
NODE = (
    "const authkey = createHmac('sha256', {}).update(`${user.id}:${user.email}`).digest('hex');\n"
)
CRYPTO_JS = "const authkey = CryptoJS.HmacSHA256(`${user.id}:${user.email}`, {}).toString();\n"
SERVER = {
    "Deno": WEB_CRYPTO.replace("{}", "Deno.env.get('REAMAZE_SSO_SECRET')") + "return Response.json({authkey, id, email});",
    "Deno's server": "Deno.serve(async req => {\n" + WEB_CRYPTO.replace("{}", "secret") + "return new Response(authkey) });",
    "a Worker": "export default { async fetch(request, env) {\n" + WEB_CRYPTO.replace("{}", "env.REAMAZE_SSO_SECRET") + "return Response.json({authkey}) } };",
    "an older Worker": "addEventListener('fetch', event => event.respondWith(answer(event)));\nasync function answer(event) {\n" + WEB_CRYPTO.replace("{}", "REAMAZE_SSO_SECRET") + "return new Response(authkey) }",
    "Bun": "Bun.serve({ async fetch(req) {\n" + CRYPTO_JS.replace("{}", "Bun.env.REAMAZE_SSO_SECRET") + "return Response.json({authkey}) } });",
    "a route handler": "import { createHmac } from 'node:crypto';\nexport async function GET() {\n" + NODE.replace("{}", "process.env.REAMAZE_SSO_SECRET") + "return Response.json({authkey}) }",
    "a route handler with crypto-js": "import { NextResponse } from 'next/server';\nexport async function GET() {\n" + CRYPTO_JS.replace("{}", "process.env.REAMAZE_SSO_SECRET") + "return NextResponse.json({authkey}) }",
    "an API of Next": "export default async function handler(req, res) {\n" + CRYPTO_JS.replace("{}", "process.env.SECRET") + "res.status(200).json({authkey}) }",
    "Express": "app.get('/reamaze', (req, res) => {\n" + NODE.replace("{}", "process.env.SECRET") + "res.json({authkey}) })",
    "a server action": "'use server'\nexport async function sign(user) {\n" + NODE.replace("{}", "process.env.SECRET") + "return authkey }",
    "Remix": "export async function loader({request}) {\n" + NODE.replace("{}", "process.env.SECRET") + "return json({authkey}) }\nexport default function Page() { const {authkey} = useLoaderData(); useEffect(() => { window._support.user = {authkey} }); return <div /> }",
    "SvelteKit": "import { REAMAZE_SSO_SECRET } from '$env/static/private';\nexport async function load({locals}) {\n" + NODE.replace("{}", "REAMAZE_SSO_SECRET") + "return {authkey} }",
    "Nuxt": "export default defineEventHandler(async event => {\n" + NODE.replace("{}", "useRuntimeConfig().reamazeSecret") + "return {authkey} })",
    "Pages of Cloudflare": "export async function onRequestGet(context) {\n" + WEB_CRYPTO.replace("{}", "context.env.REAMAZE_SECRET") + "return Response.json({authkey}) }",
    "Lambda": "exports.handler = async event => {\n" + NODE.replace("{}", "process.env.SECRET") + "return {statusCode: 200, body: authkey} }",
    "CommonJS": "const crypto = require('crypto');\n" + NODE.replace("{}", "process.env.SECRET").replace("createHmac", "crypto.createHmac") + "module.exports = authkey;",
    "Hono": "app.get('/sso', async c => {\n" + CRYPTO_JS.replace("{}", "c.env.SECRET") + "return c.json({authkey}) })",
    "NestJS": "@Injectable()\nexport class Sso { sign(user) {\n" + NODE.replace("{}", "this.config.get('SSO_SECRET')") + "return {authkey} } }",
    "getServerSideProps": "export async function getServerSideProps() {\n" + NODE.replace("{}", "process.env.SECRET") + "return {props: {authkey}} }",
}  # fmt: skip
OTHERS = {
    "Python": "authkey = hmac.new(SECRET.encode(), b'5:a@b.c', hashlib.sha256).hexdigest()",
    "Ruby": "authkey = OpenSSL::HMAC.hexdigest('sha256', ENV['SECRET'], '5:a@b.c')",
    "Go": 'mac := hmac.New(sha256.New, []byte(os.Getenv("SECRET")))\nauthkey := hex.EncodeToString(mac.Sum(nil))',
    "PHP": "$authkey = hash_hmac('sha256', '5:a@b.c', getenv('SECRET'));",
}
IN_BROWSER = {
    "use client": "'use client'\nimport HmacSHA256 from 'crypto-js/hmac-sha256';\n" + CRYPTO_JS.replace("{}", "process.env.NEXT_PUBLIC_REAMAZE_SSO_SECRET"),
    "Vite": CRYPTO_JS.replace("{}", "import.meta.env.VITE_REAMAZE_SSO_SECRET"),
    "Create React App": "useEffect(() => {\n" + CRYPTO_JS.replace("{}", "process.env.REACT_APP_SSO_SECRET") + "}, []);",
    "Gatsby": CRYPTO_JS.replace("{}", "process.env.GATSBY_REAMAZE_SSO_SECRET"),
    "Expo": CRYPTO_JS.replace("{}", "process.env.EXPO_PUBLIC_REAMAZE_SECRET"),
    "Vue CLI": "export default { mounted() {\n" + CRYPTO_JS.replace("{}", "process.env.VUE_APP_REAMAZE_SECRET") + "} }",
    "SvelteKit": CRYPTO_JS.replace("{}", "import.meta.env.PUBLIC_SSO_SECRET"),
    "Nuxt": CRYPTO_JS.replace("{}", "useRuntimeConfig().public.reamazeSsoSecret"),
    "by brackets": CRYPTO_JS.replace("{}", "process.env['NEXT_PUBLIC_SSO_SECRET']"),
    "the key, whatever its name": CRYPTO_JS.replace("{}", "process.env.NEXT_PUBLIC_SSO") + "secret",
    "not crypto-js": "const authkey = await sign(`${id}:${email}`, import.meta.env.VITE_SSO_SECRET);",
}  # fmt: skip
COMPONENTS = {
    "React": "import { useEffect } from 'react';\nimport CryptoJS from 'crypto-js';\nuseEffect(() => {\n" + CRYPTO_JS.replace("{}", "secret") + "window._support.user = {authkey} })",
    "React with an env": "import { useEffect } from 'react';\nuseEffect(() => {\n" + CRYPTO_JS.replace("{}", "process.env.SECRET") + "})",
    "Vue": "<script setup>\nimport CryptoJS from 'crypto-js'\n" + CRYPTO_JS.replace("{}", "secret") + "window._support.user = {authkey}\n</script>",
    "Svelte": "<script>\nonMount(async () => {\n" + WEB_CRYPTO.replace("{}", "secret") + "window._support.user = {authkey} })</script>",
    "'use client' alone": '"use client";\n' + NODE.replace("{}", "process.env.SECRET"),
    "a page": "<html><script>\n" + WEB_CRYPTO.replace("{}", "process.env.SECRET") + "_support.user = {authkey}</script>",
    "plain code": CRYPTO_JS.replace("{}", "'x'") + "_support.user = {authkey};",
}  # fmt: skip


@pytest.mark.parametrize("name", SERVER)
def test_an_hmac_on_a_server_is_no_leak(name: str) -> None:
    page = read(SERVER[name])
    assert page.seen(Clue.SERVER_HMAC)
    assert not page.seen(Clue.HMAC)


@pytest.mark.parametrize("name", OTHERS)
def test_another_language_is_a_servers(name: str) -> None:
    page = read(f"id = '5'; email = 'a@b.c'\n{OTHERS[name]}")
    assert not page.seen(Clue.HMAC)
    authkey = page.user.get("authkey") if page.user else None
    assert authkey is None or authkey.kind is Kind.COMPUTED


@pytest.mark.parametrize("name", IN_BROWSER)
def test_a_secret_that_a_bundler_copies_into_the_page_is_seen(name: str) -> None:
    found = public_secret(IN_BROWSER[name])
    assert found is not None
    assert "secret" in IN_BROWSER[name][found : found + 40].lower()
    page = read(f"{IN_BROWSER[name]}\n_support.user = {{authkey}};")
    assert not page.seen(Clue.SERVER_HMAC)
    assert bool(page.seen(Clue.HMAC)) is ("CryptoJS" in IN_BROWSER[name])


@pytest.mark.parametrize("name", COMPONENTS)
def test_an_hmac_in_a_component_is_the_browsers(name: str) -> None:
    page = read(COMPONENTS[name])
    assert page.seen(Clue.HMAC)
    assert not page.seen(Clue.SERVER_HMAC)


@pytest.mark.parametrize(
    "code",
    [
        *[
            "_support.account = process.env.NEXT_PUBLIC_REAMAZE_ACCOUNT;",
            "init(import.meta.env.VITE_API_KEY)",
        ],
        *[
            "const url = process.env.REACT_APP_URL + '/authkey'",
            "stripe(process.env.NEXT_PUBLIC_STRIPE_KEY)",
        ],
    ],
)
def test_what_is_public_by_nature_is_no_secret(code: str) -> None:
    assert public_secret(code) is None
