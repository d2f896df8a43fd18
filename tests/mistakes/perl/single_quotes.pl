# Mistakes: single quotes round the variables, and no key.
use strict;
use warnings;
use Digest::SHA qw(sha256_hex);

my ($id, $email) = @ENV{qw(CUSTOMER_ID CUSTOMER_EMAIL)};
print sha256_hex('$id:$email'), "\n";
