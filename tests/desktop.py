"""A private desktop for tests: display, session bus, accessibility bus and keyring."""

from __future__ import annotations

import os
import signal
import subprocess
from contextlib import closing, suppress
from typing import TYPE_CHECKING, Literal, Self

from jeepney import DBusAddress, DBusErrorResponse, new_method_call
from jeepney.io.blocking import open_dbus_connection
from jeepney.wrappers import unwrap_msg

from tests.children import START_TIMEOUT, Child, Children, find_program, wait_until

if TYPE_CHECKING:
    from pathlib import Path

PASSWORD = "the login password of the private desktop"

_BUS = "org.freedesktop.DBus"
_SECRETS = "org.freedesktop.secrets"

# Prefixes of variables that would connect a program to the developer's own desktop.
_FOREIGN = (
    *("AT_SPI_", "DBUS_", "DESKTOP_", "DISPLAY", "GNOME_", "GTK_", "KDE_", "LANG", "LC_"),
    *("NO_AT_BRIDGE", "PYTHON_KEYRING_", "QT_", "SESSION_MANAGER", "SSH_AUTH_SOCK"),
    *("WAYLAND_", "XAUTHORITY", "XDG_"),
)

# No services of the machine: a keyring that a test has killed must stay dead.
_BUS_CONFIGURATION = """\
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <auth>EXTERNAL</auth>
  <servicedir>{services}</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""
_PROMPTER = "[D-BUS Service]\nName=org.gnome.keyring.SystemPrompter\nExec={program}\n"


class Desktop:
    """A desktop of its own in a directory, as a context manager.

    `keyring`: "locked" has a login collection that only `PASSWORD` opens; "none" has no Secret
    Service at all, and nothing that could start one. `prompts` says what becomes of a locked
    keyring's question for the password: "dismissed" has no prompter, which GNOME Keyring takes
    for a dismissal, at once; "shown" opens the real window, "Unlock Login Keyring", which waits
    without end, until it is answered (a screen reader can) or its desktop is closed.
    """

    def __init__(
        self,
        directory: Path,
        *,
        accessibility: bool = True,
        keyring: Literal["unlocked", "locked", "none"] = "unlocked",
        prompts: Literal["dismissed", "shown"] = "dismissed",
    ) -> None:
        self._directory = directory.absolute()
        self._runtime = self._directory / "run"
        self._accessibility = accessibility
        self._wanted_keyring = keyring
        self._prompts = prompts
        self._display = ""
        self._children = Children(self._directory)
        self._keyring: Child | None = None
        self.displays: dict[str, Child] = {}  # its X servers, by name

    def __enter__(self) -> Self:
        try:
            self._start()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def bus_address(self) -> str:
        """The address of the session bus."""
        return f"unix:path={self._runtime / 'bus'}"

    @property
    def environment(self) -> dict[str, str]:
        """The whole environment of a program on this desktop, to replace `os.environ`."""
        home = self._directory / "home"
        kept = {name: value for name, value in os.environ.items() if not name.startswith(_FOREIGN)}
        return kept | {
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / ".config"),
            "XDG_DATA_HOME": str(home / ".local" / "share"),
            "XDG_CACHE_HOME": str(home / ".cache"),
            "XDG_RUNTIME_DIR": str(self._runtime),
            "DISPLAY": self._display,
            "DBUS_SESSION_BUS_ADDRESS": self.bus_address,
            "GSETTINGS_BACKEND": "memory",
            "LC_ALL": "C.UTF-8",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1" if self._accessibility else "0",
            "QT_QPA_PLATFORM": "xcb",
        }

    def popen(self, *arguments: str | Path, **environment: str) -> Child:
        """Start a program on this desktop with its output in pipes; it ends with the desktop."""
        return self._children.start(
            *map(str, arguments), environment=self.environment | environment
        )

    def output(self, *command: str | Path) -> str:
        """Run a program on this desktop and return its output."""
        return self.popen(*command).communicate(timeout=START_TIMEOUT)[0]

    def clipboard(self) -> str:
        """Return the text on the clipboard, as another program gets it."""
        return self.output("xclip", "-out", "-selection", "clipboard")

    def saved_secret(self, account: str) -> str:
        """Return what the keyring holds for an account, as another program gets it."""
        return self.output("secret-tool", "lookup", *_entry(account))

    def save_secret(self, account: str, secret: str) -> None:
        """Save an account's secret in the keyring, as another program does."""
        subprocess.run(
            ["secret-tool", "store", "--label=x", *_entry(account)],
            input=secret,
            env=self.environment,
            text=True,
            check=True,
        )

    def press(self, *keys: str) -> None:
        """Press keys, such as `ctrl+a`, in the focused window."""
        for each in keys:
            self.output("xdotool", "key", each)

    def activate(self, title: str) -> None:
        """Focus the window with this title, as there is no window manager."""
        search = [
            find_program("xdotool"),
            "search",
            "--sync",
            "--onlyvisible",
            "--name",
            f"^{title}$",
        ]
        subprocess.run(
            [*search, "windowfocus", "--sync"],
            env=self.environment,
            check=True,
            capture_output=True,
            timeout=START_TIMEOUT,
        )

    def start_display(self, name: str = "") -> str:
        """Start an X server, maybe to replace one that has ended, and return its name."""
        # `-r` disables auto-repeat, which would repeat keys on a busy machine.
        screen = ("-screen", "0", "1600x1200x24", "-nolisten", "tcp", "-r")
        given = (name,) if name else ()
        command = ("Xvfb", *given, *screen, "-displayfd", "{}")
        server, number = self._children.serve_announced(*command, environment=self.environment)
        self.displays[f":{number}"] = server
        return f":{number}"

    def end_display(self, name: str) -> None:
        """End the X server with this name."""
        self._children.end(self.displays.pop(name))

    def start_keyring(self, password: str | None = None) -> None:
        """Start or replace the keyring; it is locked without the right password."""
        self.kill_keyring()
        unlock = () if password is None else ("--unlock",)
        command = ("gnome-keyring-daemon", "--foreground", "--components=secrets", *unlock)
        self.serve_keyring(*command, says=password or "")

    def serve_keyring(self, *command: str, says: str) -> None:
        """Start another keyring, and write something to its standard input."""
        self._keyring = self._children.serve(*command, environment=self.environment, says=says)
        self._wait_until_owned(_SECRETS, command[0], self._keyring)

    def kill_keyring(self) -> None:
        """Kill the keyring, and wait until the bus notices."""
        if self._keyring is not None:
            self._keyring.kill()
            self._children.end(self._keyring)
            self._keyring = None
            wait_until(lambda: not self._is_owned(_SECRETS), "the keyring's end")

    def lock_keyring(self) -> None:
        """Lock the login collection."""
        service = DBusAddress(
            "/org/freedesktop/secrets", _SECRETS, "org.freedesktop.Secret.Service"
        )
        self._call(service, "Lock", "ao", ["/org/freedesktop/secrets/collection/login"])

    def stop_keyring(self) -> None:
        """Stop the keyring from answering until `continue_keyring`."""
        self._signal_keyring(signal.SIGSTOP)

    def continue_keyring(self) -> None:
        """Let a stopped keyring answer what it was asked meanwhile."""
        self._signal_keyring(signal.SIGCONT)

    def close(self) -> None:
        """End every child, the last one first."""
        self._children.close()
        self._keyring = None

    def _start(self) -> None:
        self._make_directories()
        self._display = self.start_display()
        configuration = f"--config-file={self._directory / 'bus.conf'}"
        bus = ("dbus-daemon", configuration, "--nofork", "--print-address={}")
        self._children.serve_announced(*bus, environment=self.environment)
        if self._accessibility:
            name = "at-spi-bus-launcher"
            command = (name, "--launch-immediately")
            launcher = self._children.serve(*command, environment=self.environment)
            self._wait_until_owned("org.a11y.Bus", name, launcher)
            wait_until(self._has_registry, "the registry of accessible programs")
        if self._wanted_keyring != "none":
            self.start_keyring(PASSWORD)
        if self._wanted_keyring == "locked":
            self.lock_keyring()

    def _make_directories(self) -> None:
        longest_socket = self._runtime / "keyring" / "control"
        if len(os.fsencode(longest_socket)) > 107:  # bytes, as sockaddr_un holds
            message = f"The directory's name is too long for the sockets in it: {self._directory}."
            raise ValueError(message)
        services = self._directory / "services"
        for directory in (self._runtime, self._directory / "home", services):
            directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        configuration = _BUS_CONFIGURATION.format(socket=self._runtime / "bus", services=services)
        (self._directory / "bus.conf").write_text(configuration)
        if self._prompts == "shown":
            prompter = _PROMPTER.format(program=find_program("gcr-prompter"))
            (services / "org.gnome.keyring.SystemPrompter.service").write_text(prompter)

    def _has_registry(self) -> bool:
        """Whether the registry answers: two may start at once, and the one asked first may go."""
        launcher = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
        root = "/org/a11y/atspi/accessible/root"
        registry = DBusAddress(root, "org.a11y.atspi.Registry", "org.a11y.atspi.Accessible")
        address = self._call(launcher, "GetAddress", "", None)
        with closing(open_dbus_connection(str(address))) as bus, suppress(DBusErrorResponse):
            call = new_method_call(registry, "GetChildren")
            unwrap_msg(bus.send_and_get_reply(call, timeout=START_TIMEOUT))
            return True
        return False

    def _wait_until_owned(self, bus_name: str, name: str, child: Child) -> None:
        def is_owned() -> bool:
            if child.poll() is not None:
                raise RuntimeError(f"{name} ended: {self._children.told(name)}")
            return self._is_owned(bus_name)

        wait_until(is_owned, name)

    def _is_owned(self, bus_name: str) -> bool:
        bus = DBusAddress("/org/freedesktop/DBus", _BUS, _BUS)
        return bool(self._call(bus, "NameHasOwner", "s", bus_name))

    def _call(self, address: object, member: str, signature: str, argument: object) -> object:
        message = new_method_call(
            address, member, signature or None, (argument,) if signature else ()
        )
        with closing(open_dbus_connection(self.bus_address)) as connection:
            body = unwrap_msg(connection.send_and_get_reply(message, timeout=START_TIMEOUT))
        answer: object = body[0]
        return answer

    def _signal_keyring(self, number: signal.Signals) -> None:
        if self._keyring is not None:
            self._keyring.send_signal(number)


def _entry(account: str) -> tuple[str, ...]:
    return ("service", "reamaze-gui", "username", account)
