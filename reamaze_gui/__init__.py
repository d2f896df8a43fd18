"""Re:amaze SSO: build the snippet that signs a shop's customer in to the chat widget.

`core` computes, from text to values, and knows neither Qt nor the keyring. Round it, one module
for each part of the system: `secret_store` is the only one to speak to the keyring,
`customer_file` keeps the saved customers, `page_file` reads a page that the user chose, as
`text_file` reads any text, `try_server` serves the page to try, `resources` finds our own files.
`ui` shows and decides nothing. `app` puts the parts together, after `arguments` were read,
`single_instance` has found no other window and `prerequisites` nothing missing; `pyside_start`
keeps that start short, `task_bar` makes us known to Windows, `terminal` speaks where there is no
window. Arrows point inward: app, ui, the parts of the system, core.
"""

__version__ = "0.1.0"
APPLICATION_ID = "io.github.reamazegui.sso"
"""What desktops know the program by: its .desktop file, its icon and its window are called so."""
