"""The WordPress snippet, loaded by WordPress itself, signs in its user, and nobody else."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from reamaze_gui.core.customer import Customer
from tests.formats.visitors import ORDINARY, SECRET, SIGNED_IN, sent, user_in

REPOSITORY = Path(__file__).parents[2]
SNIPPET = REPOSITORY / "resources" / "snippets" / "wordpress.php"

# Installed, or Debian's package unpacked without the web server and the database that it asks for.
WORDPRESS = (
    Path("/usr/share/wordpress"),
    REPOSITORY / "build" / "wordpress" / "usr" / "share" / "wordpress",
)

# WordPress's own places for code of the site's: the page below puts users into its object cache,
# so that the database only has to say that there is a site.
DATABASE = """<?php
$wpdb = new class extends wpdb {
    public function __construct() {}
    public function _real_escape( $text ) { return addslashes( $text ); }
    public function get_results( $query = null, $output = OBJECT ) {
        $site = array( 'option_name' => 'siteurl', 'option_value' => 'https://shop.example' );
        return strpos( $query, 'autoload' ) ? array( (object) $site ) : array();
    }
};
"""
EMPTY_FOOTER = "<?php remove_all_actions( 'wp_footer' );"

# The footer of a page, once for each user. Pictures and saved users take WordPress's own filters.
PAGE = """<?php
$given = json_decode( stream_get_contents( STDIN ), true );
foreach ( $given['constants'] as $name => $value ) {
    define( $name, $value );
}
define( 'ABSPATH', __DIR__ . '/' );
$table_prefix = 'wp_';
$_SERVER['HTTP_HOST'] = 'shop.example';
require ABSPATH . 'wp-settings.php';

set_error_handler( function ( $level, $message ) { throw new Exception( $message ); } );
add_filter( 'get_avatar_url', function ( $url, $id ) use ( $given ) {
    return $given['users'][ $id - 1 ]['avatar'] ?? $url;
}, 10, 2 );
$pages = array();
foreach ( $given['users'] as $index => $user ) {
    $id = $user ? $index + 1 : 0;
    if ( $user ) {
        $row = array( 'ID' => (string) $id, 'user_login' => 'zoe' );
        foreach ( array( 'user_email' => 'email', 'display_name' => 'name' ) as $column => $key ) {
            $row[ $column ] = $given['saved']
                ? wp_unslash( sanitize_user_field( $column, wp_slash( $user[ $key ] ), $id, 'db' ) )
                : $user[ $key ];
        }
        wp_cache_set( $id, (object) $row, 'users' );
        wp_cache_set( $id, array( 'billing_phone' => array( $user['phone'] ) ), 'user_meta' );
    }
    wp_set_current_user( $id );
    ob_start();
    do_action( 'wp_footer' );
    $pages[] = ob_get_clean();
}
echo json_encode( $pages );
"""

NO_PHONES = (
    *("+1", "+04155552671", "+1234567890123456", "4155552671", "+1-415-555-2671", "+1415555267x"),
    *("x+14155552671", "x\n+14155552671", "+14155552671\nx", "+14155552671\r\n"),
    "+1४१५५५५२६७१",  # digits too, for a regular expression that knows Unicode
)

User = Mapping[str, str | None]

# WordPress numbers its users itself: the first of a site has the id 1.
USERS = {
    visitor: replace(customer, id=str(number))
    for number, (visitor, customer) in enumerate(SIGNED_IN.items(), start=1)
}

Footers = Callable[..., list[str]]


@pytest.fixture(scope="module")
def footers(tmp_path_factory: pytest.TempPathFactory) -> Footers:
    wordpress = next((folder for folder in WORDPRESS if (folder / "wp-includes").is_dir()), None)
    if shutil.which("php") is None or wordpress is None:
        missing = "PHP or WordPress is missing: sudo apt-get install php-cli wordpress"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(missing)
    site = tmp_path_factory.mktemp("site")
    for part in ("wp-includes", "wp-admin", "wp-settings.php"):
        (site / part).symlink_to(wordpress / part)
    plugins = site / "wp-content" / "mu-plugins"
    plugins.mkdir(parents=True)
    (plugins / "a-footer-with-nothing-else.php").write_text(EMPTY_FOOTER)
    (plugins / "reamaze-sso.php").symlink_to(SNIPPET)
    (site / "wp-content" / "db.php").write_text(DATABASE)
    (site / "page.php").write_text(PAGE)

    def run(
        users: Sequence[User | None], *, secret: str | None = SECRET, saved: bool = False
    ) -> list[str]:
        constants = {} if secret is None else {"REAMAZE_SSO_SECRET": secret}
        answer = subprocess.run(
            ["php", "-d", "display_errors=stderr", site / "page.php"],
            input=json.dumps({"users": users, "constants": constants, "saved": saved}).encode(),
            capture_output=True,
            check=False,
        )
        assert not answer.stderr, answer.stderr.decode()
        pages: list[str] = json.loads(answer.stdout)
        return pages

    return run


@pytest.fixture(scope="module")
def printed(footers: Footers) -> dict[str, str]:
    return dict(zip(USERS, footers([asdict(user) for user in USERS.values()]), strict=True))


@pytest.mark.parametrize("visitor", USERS)
def test_a_user_is_signed_in(visitor: str, printed: dict[str, str]) -> None:
    assert user_in(printed[visitor]) == sent(USERS[visitor])


def test_no_value_holds_a_character_that_html_or_old_javascript_would_read(
    printed: dict[str, str],
) -> None:
    for page in printed.values():
        [line] = [line for line in page.split("\n") if "_support['user']" in line]
        assert not set(line) & set("<>&\u2028\u2029")


def test_only_what_is_a_number_in_e_164_from_end_to_end_is_sent_as_phone(footers: Footers) -> None:
    for page in footers([asdict(replace(ORDINARY, phone=phone)) for phone in NO_PHONES]):
        assert "authkey" in page
        assert "phone" not in page


def test_the_secret_is_on_no_page(printed: dict[str, str]) -> None:
    assert not [page for page in printed.values() if SECRET[:9] in page]


def test_what_wordpress_escapes_when_it_saves_a_user_is_sent_as_it_was_typed(
    footers: Footers,
) -> None:
    customer = Customer(
        "1", "o'neil&co@example.org", 'Zoë "O\'Neil" & Co', avatar="https://x.org/z"
    )
    [page] = footers([asdict(customer)], saved=True)
    assert user_in(page) == sent(customer)


def test_a_user_without_a_picture_on_the_site_has_the_one_of_gravatar(footers: Footers) -> None:
    [page] = footers([{**asdict(ORDINARY), "avatar": None}])
    assert "gravatar.com/avatar/" in user_in(page)["avatar"]


@pytest.mark.parametrize(
    "guest", [None, {**asdict(ORDINARY), "email": ""}], ids=["nobody", "a user without an email"]
)
def test_nothing_is_printed_for(guest: User | None, footers: Footers) -> None:
    assert footers([guest]) == [""]


@pytest.mark.parametrize("secret", [None, ""], ids=["not defined", "empty"])
def test_nothing_is_signed_while_the_secret_is(secret: str | None, footers: Footers) -> None:
    assert footers([asdict(ORDINARY)], secret=secret) == [""]
