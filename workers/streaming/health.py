"""The worker's HTTP port: /metrics, /health/live, /health/ready.

Place in the flow: a thread of its own, so that it answers even while the event loop is busy; it
only reads `Status` and the metrics.
"""

import json
import threading
from collections.abc import Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest

from workers.streaming.progress import Status


class HealthServer:
    """Serves until `close`. Port 0 takes a free one; `port` tells which."""

    def __init__(
        self, address: tuple[str, int], registry: CollectorRegistry, status: Status, stall_s: float
    ) -> None:
        class Endpoint(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                kind, code, body = answer(self.path, registry, status, stall_s)
                self.send_response(code)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its signature
                """No line a request: probes come every few seconds."""

        self._server = ThreadingHTTPServer(address, Endpoint)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    @property
    def port(self) -> int:
        """The port that is listened on."""
        return int(self._server.server_address[1])

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


def answer(
    path: str, registry: CollectorRegistry, status: Status, stall_s: float
) -> tuple[str, HTTPStatus, bytes]:
    """Content type, status code and body for a request."""
    match path.partition("?")[0]:
        case "/metrics":
            return CONTENT_TYPE_LATEST, HTTPStatus.OK, generate_latest(registry)
        case "/health/live":
            live = status.live(stall_s)
            return _json(ok=live, body={"live": live, "stalled": list(status.stalled)})
        case "/health/ready":
            ready = status.ready()
            known = {"assigned": status.assigned, "restored": status.restored}
            return _json(ok=ready, body={"ready": ready, **known})
        case _:
            known_paths = {"endpoints": ["/metrics", "/health/live", "/health/ready"]}
            return "application/json", HTTPStatus.NOT_FOUND, json.dumps(known_paths).encode()


def _json(*, ok: bool, body: Mapping[str, object]) -> tuple[str, HTTPStatus, bytes]:
    code = HTTPStatus.OK if ok else HTTPStatus.SERVICE_UNAVAILABLE
    return "application/json", code, json.dumps(body).encode()
