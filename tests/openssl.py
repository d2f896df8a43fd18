"""What openssl makes of a secret and a text: an oracle for authkeys that is not ours."""

import subprocess


def hmac_sha256(secret: str, message: str) -> bytes:
    """Return the digest; the secret goes in as digits, which leave no byte to be misread."""
    key = f"hexkey:{secret.encode().hex()}"
    command = ("openssl", "dgst", "-sha256", "-mac", "HMAC", "-macopt", key, "-binary")
    return subprocess.run(command, input=message.encode(), capture_output=True, check=True).stdout
