"""The pure core: text in, values out. No Qt, no keyring, no file except its own resources."""
