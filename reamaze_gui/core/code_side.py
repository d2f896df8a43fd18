"""Tells code that runs on a server from code that runs in the browser."""

import re

from reamaze_gui.core.spelling import names_secret

# Variables that bundlers compile into the code for browsers, by naming convention.
_PUBLIC = re.compile(
    r"""(?<![A-Za-z0-9])(?:[A-Z]{1,20}_PUBLIC|PUBLIC|[A-Z]{1,20}_APP|VITE|GATSBY|STORYBOOK|NX
        |PARCEL|RAZZLE|WXT|SANITY_STUDIO)_(?P<variable>\w{1,60})
    |(?:\.public|\bpublicRuntimeConfig|\benvironment|\bextra)\??\.(?P<member>\w{1,60})""",
    re.VERBOSE,
)
_IN_HMAC_CALL = re.compile(r"(?:hmac|importkey)\w{0,20}\s?\([^;]*$", re.IGNORECASE)
_CALL_LENGTH = 300  # characters searched for the call that a key is passed to
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
    r"|\bgetServerSession\b|\bserver-only\b|\bcookies\(\)|\bonRequest\s*\(|\bUtilities\.compute\w*Signature\(|\bDenoEnv\b|\bserve\("
)
_OTHER_LANGUAGES = re.compile(
    r"<\?(?:php|=)|\bhash_hmac\(|\bOpenSSL::HMAC|\bhmac\.(?:new|digest|New)\(|\bHMACSHA256\b|\bMac\.getInstance"
    r"|\bopenssl\s+dgst|\bos\.(?:environ|getenv|Getenv)\b|\bENV\[|\bgetenv\(|\bhmac_sha256_hex\b|\bhmac!\("
    r"|\bhashlib\b|\bcrypto\.mac\(|\bHmac(?:::)?<Sha256>|\bHMAC<SHA256>|\bHMACSHA256|\bimport\s+hmac\b"
)
_COMPONENT = re.compile(
    r"\buse(?:Effect|State|Memo|LayoutEffect|Script)\s*\(|\bdocument\s*\.|\bcomponentDid|\bmounted\s*\("
    r"|\bonMount(?:ed)?\s*\(|\bngOnInit\b|<template>|\bwindow\s*\.|\bfrom\s+['\"](?:react|vue|svelte|@angular/core)['\"]"
)
_ENV = re.compile(r"\bcreateHmac\(|\bprocess\.env\b|\bimport\.meta\.env\b|\bprocess\.argv\b")


def public_secret(code: str) -> int | None:
    """Return the index of a variable that exposes the secret to browsers; None without one.

    It is named after the secret, or used as the key of an HMAC.

    >>> public_secret("sign(m, import.meta.env.VITE_REAMAZE_SSO_SECRET)")
    24
    """
    for found in _PUBLIC.finditer(code):
        name, at = found["variable"] or found["member"], found.start()
        if names_secret(name) or _IN_HMAC_CALL.search(code, max(0, at - _CALL_LENGTH), at):
            return at
    return None


def is_server(code: str) -> bool:
    r"""Return whether code that is not part of a page runs on a server.

    >>> is_server("Deno.env.get('SECRET')"), is_server("'use client'\nDeno.env.get('SECRET')")
    (True, False)
    """
    if _CLIENT.match(code) or public_secret(code) is not None:
        return False
    if _SERVER.search(code) or _OTHER_LANGUAGES.search(code):
        return True
    return _ENV.search(code) is not None and not _COMPONENT.search(code)
