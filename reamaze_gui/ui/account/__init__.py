"""The account in use and its SSO secret."""
