"""Re:amaze SSO: builds the snippet that signs a shop's customer in, and diagnoses one that fails.

`core` computes, from text to values, and knows neither Qt nor the keyring. Beside it is one module
for each part of the system, such as `secret_store` and `try_server`. `ui` shows, and decides
nothing; `app` puts the parts together. docs/architecture.md has a map.
"""

__version__ = "0.2.0"
APPLICATION_ID = "io.github.reamazegui.sso"
"""What desktops know the program by: its .desktop file, its icon and its window are called so."""
