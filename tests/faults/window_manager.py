"""What does a window manager tell a window whose user closes it? There is none on our desktops."""

from ctypes import CDLL, POINTER, Structure, byref, c_char_p, c_int, c_long, c_ulong, c_void_p

_CLIENT_MESSAGE = 33


class _ClientMessage(Structure):
    """XClientMessageEvent of Xlib."""

    _fields_ = (
        ("type", c_int),
        ("serial", c_ulong),
        ("send_event", c_int),
        ("display", c_void_p),
        ("window", c_ulong),
        ("message_type", c_ulong),
        ("format", c_int),
        ("data", c_long * 5),
        ("room", c_long * 24),  # an XEvent is larger
    )


def ask_to_close(display_name: str, window: int) -> None:
    """Send a window WM_DELETE_WINDOW."""
    xlib = CDLL("libX11.so.6")
    xlib.XOpenDisplay.restype = c_void_p
    xlib.XOpenDisplay.argtypes = (c_char_p,)
    xlib.XInternAtom.restype = c_ulong
    xlib.XInternAtom.argtypes = (c_void_p, c_char_p, c_int)
    xlib.XSendEvent.argtypes = (c_void_p, c_ulong, c_int, c_long, POINTER(_ClientMessage))
    xlib.XCloseDisplay.argtypes = (c_void_p,)
    display = xlib.XOpenDisplay(display_name.encode())
    protocols, delete = (
        xlib.XInternAtom(display, name, 0) for name in (b"WM_PROTOCOLS", b"WM_DELETE_WINDOW")
    )
    event = _ClientMessage(_CLIENT_MESSAGE, 0, 1, None, window, protocols, 32)
    event.data[0] = delete
    xlib.XSendEvent(display, window, 0, 0, byref(event))
    xlib.XCloseDisplay(display)
