"""Checks whether Qt can start on this machine, and if not, says what to do.

Qt aborts the process if a system library or the display is missing, so this looks first.
`python -m reamaze_gui.prerequisites` prints the missing Debian packages, one per line.
"""

import ctypes
import os
import sys
from collections.abc import Mapping
from pathlib import Path

# The system libraries that Qt's wheels need, and the Debian packages that contain them.
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
WAYLAND_LIBRARIES = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}
X11_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}

_PLATFORMS = {
    *("eglfs", "linuxfb", "minimal", "minimalegl", "offscreen", "vkkhrdisplay", "vnc"),
    *("wayland", "xcb"),
}


def missing_libraries(libraries: Mapping[str, str]) -> list[str]:
    """Return the names of those libraries that this machine lacks."""
    dlopen = ctypes.CDLL(None).dlopen  # lazily, as Qt does; ctypes.CDLL would resolve every symbol
    dlopen.restype = ctypes.c_void_p
    return [name for name in libraries if not dlopen(name.encode(), os.RTLD_LAZY)]


def obstacle(environment: Mapping[str, str]) -> str:
    """Return a sentence saying why Qt can't start here and what to do, or ""."""
    if not sys.platform.startswith("linux"):
        return ""
    wanted = environment.get("QT_QPA_PLATFORM") or "wayland;xcb"
    platforms = {each.partition(":")[0] for each in wanted.split(";")}
    others = environment.get("QT_QPA_PLATFORM_PLUGIN_PATH")  # may contain any platform
    if not platforms & _PLATFORMS and not others:
        return (
            f"QT_QPA_PLATFORM is set to {wanted}, which Qt does not have: unset it and start again."
        )
    off_screen = not platforms & {"wayland", "xcb"}
    on_wayland = "wayland" in platforms and _wayland_answers(environment)
    on_x11 = "xcb" in platforms and not on_wayland
    libraries = LIBRARIES | (X11_LIBRARIES if on_x11 else WAYLAND_LIBRARIES if on_wayland else {})
    if missing := missing_libraries(libraries):
        packages = " ".join(libraries[name] for name in missing)
        return (
            f"Re:amaze SSO needs {', '.join(missing)}, which this system lacks: "
            f"run «sudo apt-get install {packages}» and start again."
        )
    if off_screen or on_wayland or (on_x11 and _x11_answers()):
        return ""
    return (
        "Re:amaze SSO found no display: start it from a desktop session, or set DISPLAY or "
        "WAYLAND_DISPLAY."
    )


def _wayland_answers(environment: Mapping[str, str]) -> bool:
    """Whether a compositor's socket is where Qt will look for it."""
    name = environment.get("WAYLAND_DISPLAY")
    return bool(name) and Path(environment.get("XDG_RUNTIME_DIR", ""), name or "").is_socket()


def _x11_answers() -> bool:
    """Whether the X server accepts a connection through libxcb, as Qt will make it."""
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    refused = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not refused


if __name__ == "__main__":
    every = LIBRARIES | WAYLAND_LIBRARIES | X11_LIBRARIES
    sys.stdout.writelines(f"{every[name]}\n" for name in missing_libraries(every))
