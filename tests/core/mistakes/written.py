"""One digest in every known encoding."""

import base64
import hashlib
import json
import re
import string
import struct
import uuid

TEXT = b"48151623:zoe@example.org"
DIGEST = hashlib.sha256(TEXT).digest()
HEX = DIGEST.hex()
SIGNED = [each if each < 128 else each - 256 for each in DIGEST]


WORDS = [int.from_bytes(DIGEST[at : at + 4], "big", signed=True) for at in range(0, 32, 4)]
DUMP = "\n".join(f" {DIGEST[at : at + 16].hex(' ')}" for at in (0, 16))


def _to_36(number: int) -> str:
    rest, digit = divmod(number, 36)
    return (_to_36(rest) if rest else "") + (string.digits + string.ascii_lowercase)[digit]


WRITTEN = {  # as whom, and with how many slips
    "hex": (HEX, 0),
    "hex in upper case": (HEX.upper(), 1),
    "hex in hex": (HEX.encode().hex(), 1),
    "hex with separators": (DIGEST.hex(":"), 1),
    "hex with separators in upper case": (DIGEST.hex("-").upper(), 2),
    "hex with separators, in a dump": (DUMP, 1),
    "a Node.js buffer, in a Buffer": (f"<Buffer {DIGEST.hex(' ')}>", 1),
    "a Node.js buffer, in an ArrayBuffer": (
        f"ArrayBuffer {{ [Uint8Contents]: <{DIGEST.hex(' ')}>, byteLength: 32 }}",
        1,
    ),
    "a Node.js buffer, in an array": (
        f"Uint8Array(32) [\n  {', '.join(map(str, DIGEST))}\n]",
        1,
    ),
    "hex with separators, in fours": (DIGEST.hex(" ", 2), 1),
    "hex with separators, as C writes it": ("".join(f"\\x{each:02x}" for each in DIGEST), 1),
    "hex with separators, as C# writes it": (", ".join(f"0x{each:02x}" for each in DIGEST), 1),
    "hex with separators, as Go prints bytes": (
        f"[]byte{{{', '.join(map(hex, DIGEST))}}}",
        1,
    ),
    "hex beside other digits": (TEXT.hex() + HEX, 1),
    "hex beside other digits, after it": (HEX + "a", 1),
    "Base64": (base64.b64encode(DIGEST).decode(), 1),
    "Base64, in lines": ("\r\n".join(re.findall(".{1,20}", base64.b64encode(DIGEST).decode())), 1),
    "Base64, not padded": (base64.b64encode(DIGEST).decode().rstrip("="), 1),
    "Base64, whose plus became a space": (base64.b64encode(DIGEST).decode().replace("+", " "), 1),
    "URL-safe Base64": (base64.urlsafe_b64encode(b"\xfb\xff" + DIGEST[2:]).decode(), 1),
    "hex in Base64": (base64.b64encode(f"{HEX}\n".encode()).decode(), 1),
    "Base32": (base64.b32encode(DIGEST).decode(), 1),
    "Base32, in lower case": (base64.b32encode(DIGEST).decode().lower().rstrip("="), 1),
    "decimal": (str(int.from_bytes(DIGEST, "big")), 1),
    "a list of numbers": (str([*DIGEST]), 1),
    "a list of numbers, in parentheses": (f"({', '.join(map(str, DIGEST))})", 1),
    "a list of numbers, as Java does": (str([(each + 128) % 256 - 128 for each in DIGEST]), 1),
    "JSON": (json.dumps({"words": WORDS, "sigBytes": 32}), 1),
    "JSON, of a Buffer": (json.dumps({"type": "Buffer", "data": [*DIGEST]}), 1),
    "JSON, of a Uint8Array": (json.dumps(dict(enumerate(DIGEST))), 1),
    "Python bytes": (str(DIGEST), 1),
    "hex in Python bytes": (str(HEX.encode()), 1),
    "Base64 in Python bytes": (str(base64.b64encode(DIGEST)), 2),
    "raw bytes": (DIGEST.decode("latin-1"), 1),
    "hex with openssl's or another label": (f"HMAC-SHA2-256(stdin)= {HEX}", 1),
    "hex with openssl's or another label, of BSD": (f"SHA256 (stdin) = {HEX}", 1),
    "hex with openssl's or another label, with its name": (f"sha256={HEX}", 1),
    "hex with openssl's or another label, of coreutils": (f"{HEX}  -", 1),
    "hex with a prefix": (f"0x{HEX}", 1),
    "hex with a prefix, of SQL": (f"x'{HEX}'", 1),
    "hex with white space": (f" {HEX}\r\n", 1),
    "hex in quotes or brackets": (f"['{HEX}']", 1),
    "Base64 URL-encoded": (base64.b64encode(DIGEST).decode().replace("=", "%3D"), 2),
    "URL-encoded": ("".join(f"%{each:02X}" for each in DIGEST), 1),
    "Base64 escaped for HTML": (base64.b64encode(DIGEST).decode().replace("=", "&#x3D;"), 2),
    "hex with the digits of each byte swapped": (
        "".join(pair[::-1] for pair in re.findall("..", HEX)),
        1,
    ),
    "hex with its bytes reversed": (DIGEST[::-1].hex(), 1),
    "hex with the bytes of each 32 bits reversed": (
        b"".join(struct.pack("<i", word) for word in WORDS).hex(),
        1,
    ),
    "hex with letters for digits": (HEX.replace("0", "O").replace("1", "l"), 1),
    "a hex dump, by od with numbers of 32 bits": (
        " ".join(f"{word & 0xFFFFFFFF:08x}" for word in struct.unpack("<8i", DIGEST)),
        1,
    ),
    "a hex dump, by hexdump": (
        "\n".join(
            f"{at:07x} " + " ".join(f"{word:04x}" for word in struct.unpack_from("<8H", DIGEST, at))
            for at in (0, 16)
        )
        + "\n0000020\n",
        1,
    ),
    "a hex dump, by xxd": (
        "\n".join(f"{at:08x}: {DIGEST[at : at + 16].hex(' ', 2)}  .{'x' * 15}" for at in (0, 16)),
        1,
    ),
    "escaped bytes": ('"' + "".join(f"\\x{each:02X}" for each in DIGEST) + '"', 1),
    "binary digits": ("".join(f"{each:08b}" for each in DIGEST), 1),
    "hex in a list or an object": (json.dumps({"authkey": HEX}), 1),
    "hex in a list or an object, in a list": (json.dumps([HEX]), 1),
    "raw bytes in hex": (DIGEST.decode("latin-1").encode().hex(), 1),
    "raw bytes as UTF-8": (DIGEST.decode("utf-8", "replace"), 1),
    "raw bytes as UTF-8 in hex": (DIGEST.decode("utf-8", "replace").encode().hex(), 1),
    "raw bytes as UTF-8 in Base64": (
        base64.b64encode(DIGEST.decode("utf-8", "replace").encode()).decode(),
        2,
    ),
    "raw bytes as UTF-8 (without invalid bytes)": (DIGEST.decode("utf-8", "ignore"), 1),
    "raw bytes as UTF-8, of which all but ASCII is none": (
        "".join(chr(b) if b < 128 else "\ufffd" for b in DIGEST),
        1,
    ),
    "raw bytes as ASCII (with question marks)": (
        "".join(chr(b) if b < 128 else "?" for b in DIGEST),
        1,
    ),
    "raw bytes as 7-bit": ("".join(chr(b & 127) for b in DIGEST), 1),
    "raw bytes as Latin-1": (DIGEST.decode("latin-1").translate(dict.fromkeys(range(32))), 1),
    "raw bytes as Windows-1252": (DIGEST.decode("cp1252", "replace"), 1),
    "signed bytes": ("".join(f"{each:x}" for each in SIGNED), 1),
    "signed bytes without their signs": (
        "".join(f"{abs(each):02x}" for each in SIGNED),
        1,
    ),
    "decimal numbers without separators": ("".join(map(str, DIGEST)), 1),
    "Base64 in Base64": (base64.b64encode(base64.b64encode(DIGEST)).decode(), 2),
    "Base64 in one case": (base64.b64encode(DIGEST).decode().lower(), 1),
    "Base64 in one case, upper": (base64.b64encode(DIGEST).decode().upper(), 1),
    "Base64 without its signs": (re.sub(r"\W", "", base64.b64encode(DIGEST).decode()), 1),
    "hex without its beginning": (HEX[1:-1], 1),
    "hex without its beginning, the last half": (HEX[32:], 1),
    "shortened hex": (f"{HEX[:8]}…{HEX[-8:]}", 1),
    "shortened hex, at its end": (f"{HEX[:16].upper()}...", 1),
    "shortened hex, with brackets": (f"{HEX[:4]}[…]{HEX[-20:]}", 1),
    "shortened hex, of Base64": (f"{base64.b64encode(DIGEST).decode()[:12]}...", 1),
    "a list of numbers, in lines": ("\n".join(map(str, DIGEST)), 1),
    "Base64 with backslashes, its line break written out": (
        base64.b64encode(DIGEST).decode() + r"\n",
        2,
    ),
    "Base64 with openssl's or another label, as for integrity": (
        f"sha256-{base64.b64encode(DIGEST).decode()}",
        2,
    ),
    "a name-based UUID": (str(uuid.UUID(bytes=DIGEST[:16], version=5)), 1),
    "base 36": (_to_36(int.from_bytes(DIGEST, "big")), 1),
    "signed bytes, in words": ("".join(f"{word:x}" for word in WORDS), 1),
    "decimal numbers without separators, with a sign": ("".join(map(str, SIGNED)), 1),
    "raw bytes as UTF-16": (DIGEST.decode("utf-16-le", "replace"), 1),
    "raw bytes as characters": ("".join(chr(each & 0xFFFF) for each in SIGNED), 1),
    "Base64 with backslashes": (base64.b64encode(DIGEST).decode().replace("=", "\\="), 2),
    "hex with tags or invisible characters": (f"{HEX[:9]}\u200b{HEX[9:]}", 1),
    "hex with tags or invisible characters, tags": (f"{HEX[:9]}<br />\n {HEX[9:]}", 1),
    "hex with tags or invisible characters, hyphenated": (f"{HEX[:9]}-\n{HEX[9:]}", 1),
    "hex in quoted-printable": (HEX.replace("3", "=33", 1), 1),
    "hex in quoted-printable, in lines": (f"{HEX[:40]}=\r\n{HEX[40:]}", 1),
    "hex in a longer text, before an email": (f"{HEX}zoe@example.org", 1),
    "hex in a longer text": (f"<pre>key is {HEX};</pre>", 1),
}
