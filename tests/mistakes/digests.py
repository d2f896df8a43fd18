"""Programs that write the digest in another way than as 64 digits."""

from dataclasses import replace

from tests.mistakes.wrong import ZOE, Wrong

NEGATIVE = replace(ZOE, id="48151626")  # whose digest begins with de
ONE_ZERO = replace(ZOE, id="48151612")  # one byte of whose digest is below 16

DIGESTS = (
    Wrong("php/base64_of_bytes.php", "Base64", encoding="Base64"),
    Wrong("node/base64.js", "Base64", encoding="Base64"),
    Wrong("node/base64url.js", "Base64", encoding="Base64"),
    Wrong("perl/base64_without_padding.pl", "Base64", encoding="Base64"),
    Wrong("python/base64_bytes_in_text.py", "Base64|bytes", encoding="Base64", mistakes=2),
    Wrong("php/base64_of_digits.php", "Base64", encoding="Base64"),
    Wrong("shell/digits_base64.sh", "Base64", encoding="Base64"),
    Wrong("php/hex_of_hex.php", "[Hh]ex"),
    Wrong("python/digest_in_text.py", "bytes", encoding=""),
    Wrong("php/upper_case.php", "upper|capital", encoding="upper"),
    Wrong("csharp/hyphens.cs", "hyphen|separat", encoding="hex", mistakes=2),
    Wrong("shell/colons.sh", "colon|separat"),
    Wrong("shell/octal_dump.sh", "space|separat"),
    Wrong("php/cut_to_32.php", "cut"),
    Wrong("ruby/zeros_dropped.rb", "zero", customer=ONE_ZERO),
    Wrong("node/zeros_dropped.js", "zero"),
    Wrong("java/BigNumber.java", "zero"),
    Wrong("java/SignedNumber.java", "sign|negative|minus", customer=NEGATIVE),
    Wrong("java/SignedBytes.java", "ffffff|negative|Java", mistakes=2),
    Wrong("java/ArrayOfBytes.java", "number|byte", encoding=""),
    Wrong("node/bytes_as_numbers.js", "number|byte", encoding=""),
    Wrong("node/latin1.js", "raw bytes", encoding=""),
    Wrong("node/inspected_buffer.js", "buffer", encoding="Node"),
    Wrong("node/buffer_as_text.js", "JSON", encoding="JSON"),
    Wrong("node/wordarray_as_text.js", "JSON", encoding="JSON"),
    Wrong("ruby/unpacked_array.rb", "list|array|bracket|[Qq]uotes"),
    Wrong("shell/coreutils_output.sh", "before or after", encoding="openssl"),
    Wrong("shell/openssl_output.sh", "algorithm's name", encoding="openssl"),
    # These print the whole snippet.
    Wrong("node/buffer_in_page.js", "JSON", encoding="JSON"),
    Wrong("node/wordarray_in_page.js", "JSON", encoding="JSON"),
)
