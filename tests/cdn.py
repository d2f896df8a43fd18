"""A TLS server that stands in for the host of Re:amaze's loader."""

import ssl
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

CDN = "cdn.reamaze.com"

# Records what the loader sees, and shows a widget.
LOADER = """
window.seen = JSON.stringify(_support);
const widget = document.createElement("div");
widget.id = "reamaze-widget";
widget.style = "position: fixed; right: 20px; bottom: 20px; width: 60px; height: 60px;"
  + "border-radius: 30px; background: #d0421f";
document.body.append(widget);
"""
SILENT = "window.seen = JSON.stringify(_support);"


class Loader(BaseHTTPRequestHandler):
    """Answers every request with `script`, or refuses if that is empty."""

    script = LOADER
    timeout = 3  # seconds, for connections that the browser opens speculatively

    def do_GET(self) -> None:
        body = self.script.encode()
        self.send_response(200 if body else 403)
        self.send_header("Content-Type", "text/css" if ".css" in self.path else "text/javascript")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve the loader, and yield host and port."""
    make = ("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256")
    names = ("-nodes", "-subj", f"/CN={CDN}", "-keyout", "key.pem", "-out", "cert.pem")
    subprocess.run([*make, *names], cwd=folder, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "cert.pem", folder / "key.pem")
    with ThreadingHTTPServer(("127.0.0.1", 0), Loader) as server:
        server.socket = context.wrap_socket(
            server.socket, server_side=True, do_handshake_on_connect=False
        )
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()
