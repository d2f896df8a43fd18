"""Re:amaze SSO: build the snippet that signs a shop's customer in to the chat widget.

`core` computes, from text to values, and knows neither Qt nor the keyring; `secret_store` is the
only one to speak to the keyring; `ui` shows and decides nothing; `app` puts the parts together.
Arrows point inward: app, ui, secret_store, core.
"""

__version__ = "0.1.0"
APPLICATION_ID = "io.github.reamazegui.sso"
"""What desktops know the program by: its .desktop file, its icon and its window are called so."""
