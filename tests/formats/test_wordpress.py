"""The WordPress snippet, loaded by WordPress itself, signs in its user, and nobody else."""

import shutil
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from reamaze_gui.core.customer import Customer
from tests.formats.contract import Contract
from tests.formats.scripts import users_in
from tests.formats.shop import Shop, needs, of_bytes
from tests.formats.visitors import ORDINARY, sent

SNIPPET = "wordpress.php"

# Installed, or Debian's package unpacked without the web server and the database that it asks for.
WORDPRESS = (
    Path("/usr/share/wordpress"),
    Path(__file__).parents[2] / "build" / "wordpress" / "usr" / "share" / "wordpress",
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
if ( getenv( 'REAMAZE_SSO_SECRET' ) !== false ) {
    define( 'REAMAZE_SSO_SECRET', getenv( 'REAMAZE_SSO_SECRET' ) );
}
putenv( 'REAMAZE_SSO_SECRET' );
define( 'ABSPATH', __DIR__ . '/' );
$table_prefix = 'wp_';
$_SERVER['HTTP_HOST'] = 'shop.example';
require ABSPATH . 'wp-settings.php';

set_error_handler( function ( $level, $message ) { throw new Exception( $message ); } );
add_filter( 'get_avatar_url', function ( $url, $id ) use ( &$user ) {
    $has_one = array_key_exists( 'avatar', $user ) && $id === (int) $user['id'];
    return $has_one ? $user['avatar'] : $url;
}, 10, 2 );
foreach ( json_decode( stream_get_contents( STDIN ), true ) as $user ) {
    foreach ( $user ?? array() as $key => $cell ) {
        $cell         = is_array( $cell ) ? $cell['text'] : $cell;
        $user[ $key ] = is_string( $cell ) ? str_replace( "\\u{E000}", "\\xEB", $cell ) : $cell;
    }
    wp_set_current_user( 0 );
    $id = (int) ( $user['id'] ?? 0 );
    if ( $id ) {
        $row = array( 'ID' => (string) $id, 'user_login' => 'zoe' );
        foreach ( array( 'user_email' => 'email', 'display_name' => 'name' ) as $column => $key ) {
            $typed = (string) $user[ $key ];
            $row[ $column ] = empty( $user['saved'] )
                ? $typed
                : wp_unslash( sanitize_user_field( $column, wp_slash( $typed ), $id, 'db' ) );
        }
        wp_cache_set( $id, (object) $row, 'users' );
        $meta = array(
            'billing_phone' => array( (string) $user['phone'] ),
            '_money_spent'  => array( $user['total'] ?? '' ),
        );
        wp_cache_set( $id, $meta, 'user_meta' );
    }
    wp_set_current_user( $id );
    do_action( 'wp_footer' );
    echo "\\0";
}
"""


def numbered(customer: Customer) -> Customer:
    """Return a customer as WordPress knows one: by a number, without which it is nobody."""
    return customer if customer.id.isdecimal() and int(customer.id) else replace(customer, id="1")


@pytest.fixture(scope="module")
def open_shop(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Shop]:
    installed = [folder for folder in WORDPRESS if (folder / "wp-includes").is_dir()]
    missing = "PHP or WordPress is missing: sudo apt-get install php-cli wordpress"
    needs(shutil.which("php") and installed, missing)
    return lambda snippet: site_with(snippet, installed[0], tmp_path_factory.mktemp("site"))


def site_with(snippet: Path, wordpress: Path, site: Path) -> Shop:
    for part in ("wp-includes", "wp-admin", "wp-settings.php"):
        (site / part).symlink_to(wordpress / part)
    plugins = site / "wp-content" / "mu-plugins"
    plugins.mkdir(parents=True)
    (plugins / "a-footer-with-nothing-else.php").write_text(EMPTY_FOOTER)
    (plugins / "reamaze-sso.php").symlink_to(snippet)
    (site / "wp-content" / "db.php").write_text(DATABASE)
    (site / "page.php").write_text(PAGE)
    return Shop(
        ("php", "-d", "display_errors=stderr", site / "page.php"), known=numbered, dumps=of_bytes
    )


class TestWordPress(Contract):
    def test_what_wordpress_escapes_is_sent_as_it_was_typed(self, shop: Shop) -> None:
        customer = Customer(
            "1", "o'neil&co@example.org", 'Zoë "O\'Neil" & Co', avatar="https://x.org/z"
        )
        assert users_in(shop.pages({**asdict(customer), "saved": True})) == [sent(customer)]

    def test_a_user_without_a_picture_on_the_site_has_the_one_of_gravatar(self, shop: Shop) -> None:
        row = {field: value for field, value in asdict(ORDINARY).items() if field != "avatar"}
        [user] = users_in(shop.pages(row))
        assert "gravatar.com/avatar/" in user["avatar"]
