<?php
// Replace $customer in the last line with your signed-in customer; it is null for everyone else.
// The SSO secret stands in the web server's environment variable REAMAZE_SSO_SECRET, never here.
(function ($customer) {
    $secret = getenv('REAMAZE_SSO_SECRET');
    $id = (string) ($customer->id ?? '');
    $email = (string) ($customer->email ?? '');
    if (!$secret || $id === '' || $email === '') {
        return;
    }
    $phone = (string) ($customer->phone ?? '');
    $user = array_filter([
        'id' => $id,
        'email' => $email,
        'name' => (string) ($customer->name ?? ''),
        'phone' => preg_match('/^\+[1-9][0-9]{1,14}$/D', $phone) ? $phone : '',
        'avatar' => (string) ($customer->avatar ?? ''),
        'authkey' => hash_hmac('sha256', "$id:$email", $secret),
    ], 'strlen');
    $json = json_encode($user, JSON_HEX_TAG | JSON_HEX_AMP | JSON_INVALID_UTF8_SUBSTITUTE);
    echo "<script>\n  _support['user'] = $json;\n</script>\n";
})($customer ?? null);
