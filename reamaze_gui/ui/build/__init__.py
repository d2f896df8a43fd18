"""Build: the customer's form and the snippet."""
