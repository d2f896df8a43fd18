<?php
// Replace $customer in the last line with your signed-in customer; it is null for everyone else.
// The SSO secret stands in the web server's environment variable REAMAZE_SSO_SECRET, never here.
(function ($customer) {
    $text = function ($value) {
        return json_decode(json_encode((string) $value, JSON_INVALID_UTF8_SUBSTITUTE));
    };
    $secret = getenv('REAMAZE_SSO_SECRET');
    $id = $text($customer->id ?? '');
    $email = $text($customer->email ?? '');
    if (!$secret || $id === '' || $email === '') {
        return;
    }
    $phone = $text($customer->phone ?? '');
    $user = array_filter([
        'id' => $id,
        'email' => $email,
        'name' => $text($customer->name ?? ''),
        'phone' => preg_match('/^\+[1-9][0-9]{1,14}$/D', $phone) ? $phone : '',
        'avatar' => $text($customer->avatar ?? ''),
        'authkey' => hash_hmac('sha256', "$id:$email", $secret),
    ], 'strlen');
    // $user['data'] = ['Total spent' => $text($customer->total)]; // shown beside conversations
    $json = json_encode($user, JSON_HEX_TAG | JSON_HEX_AMP);
    echo "<script>\n  _support['user'] = $json;\n</script>\n";
})($customer ?? null);
