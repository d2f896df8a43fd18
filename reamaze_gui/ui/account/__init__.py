"""The account and its SSO secret."""
