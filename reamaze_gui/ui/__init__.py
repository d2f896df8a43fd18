"""The user interface: shows what `core` computed."""
