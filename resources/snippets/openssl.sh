#!/bin/sh
# "sh reamaze-authkey.sh ID EMAIL" prints the authkey that the page must send for this customer.
# The secret is REAMAZE_SSO_SECRET in the environment; openssl's -hmac would show it to every user.
set -eu
message="${1:?customer ID first}:${2:?then email}"
: "${REAMAZE_SSO_SECRET:?must be set}"

sha256() { openssl dgst -sha256 -binary; }
secret() { printf %s "$REAMAZE_SSO_SECRET"; }
bytes() { od -An -v -tu1; }
masked() {
  mask=$1 && shift
  for byte; do
    byte=$((byte ^ mask))
    printf "\\$((byte / 64))$((byte / 8 % 8))$((byte % 8))"
  done
}

set -- $(secret | bytes)
if [ $# -gt 64 ]; then set -- $(secret | sha256 | bytes); fi
while [ $# -lt 64 ]; do set -- "$@" 0; done

authkey=$({ masked 92 "$@" && { masked 54 "$@" && printf %s "$message"; } | sha256; } |
  openssl dgst -sha256 -r)
echo "${authkey%% *}"
