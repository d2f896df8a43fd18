"""Tells code that runs on a server from code that a bundler puts into the page."""

import re

_PUBLIC = re.compile(
    r"\b(?:process\.env|import\.meta\.env|Constants\.expoConfig\.extra|publicRuntimeConfig"
    r"|runtimeConfig\.public|useRuntimeConfig\(\)\.public|config\.public)"
    r"(?:\.|\[['\"])\s*"
    r"(?P<name>(?:NEXT_PUBLIC|REACT_APP|GATSBY|EXPO_PUBLIC|VITE|NUXT_PUBLIC|VUE_APP|PUBLIC|SNOWPACK"
    r"_PUBLIC|STORYBOOK|NX|PARCEL|RAZZLE|NG_APP|WXT|PLASMO_PUBLIC|BUN_PUBLIC|SANITY_STUDIO|[a-z]\w*)"
    r"\w*)"
)
_ENV_STATIC = re.compile(r"\$env/static/public['\"]|\$env/dynamic/public['\"]")
_SECRET = re.compile(r"secret|sso_?key|hmac|shared_?key|private|signing", re.IGNORECASE)
_CLIENT = re.compile(r"^\s*(?:/\*.*?\*/\s*|//[^\n]*\n\s*)*['\"]use client['\"]", re.DOTALL)
_SERVER = re.compile(
    r"\bDeno\.|\bBun\.|['\"]use server['\"]|\bResponse\.json\(|\bNextResponse\b|\bnew Response\("
    r"|\bmodule\.exports\b|\bexports\.\w+\s*=|\brequire\(\s*['\"](?:node:)?crypto['\"]"
    r"|\bfrom\s+['\"](?:node:)?crypto['\"]|\bfrom\s+['\"]hono|\bfrom\s+['\"]\$env/(?:static|dynamic)/private"
    r"|\bexport\s+(?:default\s+)?(?:async\s+)?(?:function|const|let)\s+"
    r"(?:GET|POST|PUT|loader|action|load|onRequest\w*|handler|getServerSideProps|getStaticProps|fetch)\b"
    r"|\basync\s+fetch\s*\(\s*\w+\s*,\s*env\b|\baddEventListener\(\s*['\"]fetch['\"]"
    r"|\bdefineEventHandler\b|\beventHandler\(|\b(?:app|router|server|fastify)\s*\.\s*(?:get|post|use|all)\("
    r"|\bres\s*\.\s*(?:json|send|render|end|status|locals|set)\b|\breply\s*\.\s*(?:send|view)\b|\bctx\.(?:body|json|env)\b"
    r"|\bc\.(?:json|env|html)\b|\b(?:context|platform|locals|event)\??\.env\b|(?<!process\.)(?<!meta\.)\benv\.[A-Z][A-Z0-9_]*(?:SECRET|KEY)\b"
    r"|\bgetServerSession\b|\bserver-only\b|\bcookies\(\)|\bonRequest\s*\(|\bDenoEnv\b|\bserve\("
)
# Other languages than JavaScript.
_OTHER = re.compile(
    r"<\?(?:php|=)|\bhash_hmac\(|\bOpenSSL::HMAC|\bhmac\.(?:new|digest|New)\(|\bHMACSHA256\b|\bMac\.getInstance"
    r"|\bopenssl\s+dgst|\bos\.(?:environ|getenv|Getenv)\b|\bENV\[|\bgetenv\(|\bhmac_sha256_hex\b|\bhmac!\("
    r"|\bhashlib\b|\bcrypto\.mac\(|\bHmac<Sha256>|\bHMACSHA256|\bimport\s+hmac\b"
)
_COMPONENT = re.compile(
    r"\buse(?:Effect|State|Memo|LayoutEffect|Script)\s*\(|\bdocument\s*\.|\bcomponentDid|\bmounted\s*\("
    r"|\bonMount(?:ed)?\s*\(|\bngOnInit\b|<template>|\bwindow\s*\.|\bfrom\s+['\"](?:react|vue|svelte|@angular/core)['\"]"
)
_ENV = re.compile(r"\bprocess\.env\b|\bimport\.meta\.env\b|\bprocess\.argv\b")


def public_secret(code: str) -> str | None:
    """Return the variable with the secret that a bundler copies into the page.

    >>> public_secret("sign(m, import.meta.env.VITE_REAMAZE_SSO_SECRET)")
    'VITE_REAMAZE_SSO_SECRET'
    """
    named = (each for each in _PUBLIC.finditer(code) if _SECRET.search(each["name"]))
    found = next(named, None)
    return found["name"] if found else None


def is_server(code: str) -> bool:
    r"""Return whether a program that is no part of a page runs on a server.

    >>> is_server("Deno.env.get('SECRET')"), is_server("'use client'\nDeno.env.get('SECRET')")
    (True, False)
    """
    if _CLIENT.match(code) or public_secret(code):
        return False
    if _SERVER.search(code) or _OTHER.search(code):
        return True
    return _ENV.search(code) is not None and not _COMPONENT.search(code)
