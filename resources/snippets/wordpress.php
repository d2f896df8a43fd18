<?php
// Save as wp-content/mu-plugins/reamaze-sso.php; replace billing_phone (WooCommerce) by your field.
// The SSO secret is the constant REAMAZE_SSO_SECRET, which you define in wp-config.php.
add_action( 'wp_footer', function () {
	$text   = function ( $value ) {
		return json_decode( json_encode( (string) $value, JSON_INVALID_UTF8_SUBSTITUTE ) );
	};
	$user   = wp_get_current_user();
	$secret = defined( 'REAMAZE_SSO_SECRET' ) ? REAMAZE_SSO_SECRET : '';
	if ( ! $user->exists() || ! $user->user_email || ! $secret ) {
		return;
	}
	$id    = (string) $user->ID;
	$email = $text( wp_specialchars_decode( $user->user_email ) );
	$phone = $text( get_user_meta( $user->ID, 'billing_phone', true ) );
	$sso   = array_filter( array(
		'id'      => $id,
		'email'   => $email,
		'name'    => $text( wp_specialchars_decode( $user->display_name ) ),
		'phone'   => preg_match( '/^\+[1-9][0-9]{1,14}$/D', $phone ) ? $phone : '',
		'avatar'  => $text( get_avatar_url( $user->ID ) ),
		'authkey' => hash_hmac( 'sha256', "$id:$email", $secret ),
	), 'strlen' );
	// $sso['data'] = array( 'Total spent' => $text( get_user_meta( $user->ID, '_money_spent', true ) ) );
	$json = wp_json_encode( $sso, JSON_HEX_TAG | JSON_HEX_AMP );
	wp_print_inline_script_tag( "_support['user'] = $json;" );
}, 100 );
