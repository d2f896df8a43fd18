"""Programs that make several mistakes at once, or leave nothing to be explained."""

from tests.mistakes.wrong import MESSAGE, UMLAUT, ZOE, Wrong

ID, EMAIL = ZOE.id, ZOE.email

SEVERAL = (
    Wrong(
        "php/hash_with_secret_as_flag.php",
        "secret",
        algorithm="SHA-256",
        account=None,
        encoding="Base64",
        mistakes=2,
    ),
    Wrong("ruby/swapped_base64.rb", "swapped", encoding="Base64", mistakes=2),
    Wrong(
        "ruby/base64_lines.rb", "SHA-512", algorithm="HMAC-SHA512", encoding="Base64", mistakes=2
    ),
    Wrong("ruby/id_only_sha512.rb", "[Oo]nly", ID, "HMAC-SHA512", mistakes=2),
    Wrong(
        "ruby/upper_case_email_first.rb",
        "before the ID",
        f"{EMAIL}:{ID}",
        encoding="upper",
        mistakes=2,
    ),
    Wrong("node/cryptojs_base64.js", "nothing", f"{ID}{EMAIL}", encoding="Base64", mistakes=2),
    Wrong("node/without_plus_tag.js", r"\+", f"{ID}:zoe.quinn@example.org", mistakes=2),
    Wrong(
        "node/other_account_lower_case.js",
        "other",
        f"{ID}:{EMAIL.lower()}",
        mistakes=2,
        account="other",
    ),
    Wrong("python/latin_1.py", "Latin", customer=UMLAUT, encoding="upper", mistakes=2),
    Wrong("python/cut_hash.py", "cut", algorithm="SHA-256", account=None, mistakes=2),
    Wrong("python/sha384_no_separator.py", "nothing", f"{ID}{EMAIL}", "HMAC-SHA384", mistakes=2),
    Wrong("python/sha224_email_only.py", "[Oo]nly", EMAIL, "HMAC-SHA224", mistakes=2),
    Wrong("shell/md5.sh", "line break", f"{MESSAGE}\n", "HMAC-MD5", mistakes=2),
    Wrong("shell/no_hmac.sh", "line break", f"{MESSAGE}\n", "SHA-256", account=None, mistakes=2),
    Wrong(
        "shell/openssl_output_line_break.sh",
        "line break",
        f"{MESSAGE}\n",
        encoding="openssl",
        mistakes=2,
    ),
    Wrong("shell/sha256sum.sh", "secret", algorithm="SHA-256", account=None, mistakes=2),
    Wrong("shell/binary_base64.sh", "line break", f"{MESSAGE}\n", encoding="Base64", mistakes=2),
    Wrong("perl/single_quotes.pl", "names", "$id:$email", "SHA-256", account=None, mistakes=2),
    Wrong("csharp/utf16.cs", "UTF-16", encoding="Base64", mistakes=3),
    Wrong(
        "csharp/ascii.cs",
        "ASCII",
        f"{ID}:Zo?@ex?mple.org",
        customer=UMLAUT,
        encoding="upper",
        mistakes=2,
    ),
    Wrong("php/three_at_once.php", "bar", f"{ID}|{EMAIL.lower()}", "HMAC-SHA1", mistakes=3),
    Wrong(
        "python/other_account_three.py",
        "other",
        f"{EMAIL}:{ID}",
        "HMAC-SHA1",
        mistakes=3,
        account="other",
    ),
    Wrong(
        "shell/three_at_once.sh",
        "line break",
        f"{MESSAGE}\n",
        "SHA-512",
        encoding="upper",
        mistakes=3,
        account=None,
    ),
)

# The beginning of what is printed where nothing leads back to the mistake.
HOPELESS = {
    "php/bcrypt.php": "$2y$",
    "node/object.js": "[object Object]",
    "node/promise.js": "[object Promise]",
}
