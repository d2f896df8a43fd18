# Mistake: Base64, which this module leaves without its = at the end.
use strict;
use warnings;
use Digest::SHA qw(hmac_sha256_base64);

print hmac_sha256_base64("$ENV{CUSTOMER_ID}:$ENV{CUSTOMER_EMAIL}", $ENV{SECRET}), "\n";
