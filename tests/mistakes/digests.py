"""Programs that write the digest in another way than as 64 digits."""

from dataclasses import replace

from tests.mistakes import wrong
from tests.mistakes.wrong import ZOE, Wrong

NEGATIVE = replace(ZOE, id="48151626")  # whose digest begins with de
ONE_ZERO = replace(ZOE, id="48151612")  # one byte of whose digest is below 16

DIGESTS = (
    Wrong("php/base64_of_bytes.php", "Base64", encoding="Base64", writes=wrong.in_base64),
    Wrong("node/base64.js", "Base64", encoding="Base64", writes=wrong.in_base64),
    Wrong("node/base64url.js", "Base64", encoding="Base64", writes=wrong.in_base64_of_urls),
    Wrong(
        "perl/base64_without_padding.pl",
        "Base64",
        encoding="Base64",
        writes=wrong.in_base64_without_padding,
    ),
    Wrong(
        "python/base64_bytes_in_text.py",
        "Base64|bytes",
        encoding="Base64",
        mistakes=2,
        writes=wrong.in_base64_as_bytes,
    ),
    Wrong("php/base64_of_digits.php", "Base64", encoding="Base64", writes=wrong.digits_in_base64),
    Wrong("shell/digits_base64.sh", "Base64", encoding="Base64", writes=wrong.line_in_base64),
    Wrong("php/hex_of_hex.php", "[Hh]ex", writes=wrong.digits_of_digits),
    Wrong("python/digest_in_text.py", "bytes", encoding="", writes=str),
    Wrong("php/upper_case.php", "upper|capital", encoding="upper", writes=wrong.upper),
    Wrong(
        "csharp/hyphens.cs", "hyphen|separat", encoding="hex", mistakes=2, writes=wrong.with_hyphens
    ),
    Wrong("shell/colons.sh", "colon|separat", writes=wrong.with_colons),
    Wrong("shell/octal_dump.sh", "space|separat", writes=wrong.dumped),
    Wrong("php/cut_to_32.php", "cut", writes=wrong.first_half),
    Wrong("ruby/zeros_dropped.rb", "zero", customer=ONE_ZERO, writes=wrong.without_zeros),
    Wrong("node/zeros_dropped.js", "zero", writes=wrong.without_zeros),
    Wrong("java/BigNumber.java", "zero", writes=wrong.as_number),
    Wrong(
        "java/SignedNumber.java", "sign|negative|minus", customer=NEGATIVE, writes=wrong.as_signed
    ),
    Wrong(
        "java/SignedBytes.java", "ffffff|negative|Java", mistakes=2, writes=wrong.as_java_integers
    ),
    Wrong("java/ArrayOfBytes.java", "number|byte", encoding="", writes=wrong.as_java_bytes),
    Wrong("node/bytes_as_numbers.js", "number|byte", encoding="", writes=wrong.as_numbers),
    Wrong("node/latin1.js", "raw bytes", encoding="", writes=wrong.as_characters),
    Wrong("node/inspected_buffer.js", "buffer", encoding="Node", writes=wrong.inspected),
    Wrong("node/buffer_as_text.js", "JSON", encoding="JSON", writes=wrong.buffer),
    Wrong("node/wordarray_as_text.js", "JSON", encoding="JSON", writes=wrong.words),
    Wrong("ruby/unpacked_array.rb", "list|array|bracket|[Qq]uotes", writes=wrong.as_array),
    Wrong(
        "shell/coreutils_output.sh",
        "before or after",
        encoding="openssl",
        writes=wrong.by_openssl_r,
    ),
    Wrong(
        "shell/openssl_output.sh", "algorithm's name", encoding="openssl", writes=wrong.by_openssl
    ),
    # These print the whole snippet.
    Wrong("node/buffer_in_page.js", "JSON", encoding="JSON", writes=wrong.buffer),
    Wrong("node/wordarray_in_page.js", "JSON", encoding="JSON", writes=wrong.words),
)
