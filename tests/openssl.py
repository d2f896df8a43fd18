"""Computes authkeys with openssl, as an independent oracle."""

import subprocess


def hmac_sha256(secret: str, message: str) -> bytes:
    """Return the digest; the secret is passed in hexadecimal, to be safe with any byte."""
    key = f"hexkey:{secret.encode().hex()}"
    command = ("openssl", "dgst", "-sha256", "-mac", "HMAC", "-macopt", key, "-binary")
    return subprocess.run(command, input=message.encode(), capture_output=True, check=True).stdout
