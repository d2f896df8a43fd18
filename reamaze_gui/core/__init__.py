"""What the program knows: text in, values out. No Qt, no keyring, no file but its resources."""
