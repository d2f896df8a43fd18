"""Re:amaze SSO: builds the snippet that signs a shop's customer in, and diagnoses one that fails.

`core` is pure: it turns text into values and imports neither Qt nor keyring. The modules beside it,
such as `secret_store` and `try_server`, each wrap one part of the system. `ui` displays what `core`
computed, and `app` wires everything together. See docs/architecture.md.
"""

__version__ = "0.2.0"
APPLICATION_ID = "io.github.reamazegui.sso"
"""The name of the program's .desktop file, icon and window class."""
