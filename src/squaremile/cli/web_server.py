"""The web server: granian, threads over as many processes as there are cores.

Why not more processes and threads than that: each has a connection to the database with plans of its own, and what
waits for a core anyway waits cheaper in the queue. See benchmarks/RESULTS.md.
"""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels
from granian.server.mp import MPServer

GRACE_SECONDS = 30
HEADERS_WITHIN_MS = 15_000
UNIX = "unix:"
_beside: list["subprocess.Popen[bytes]"] = []


@dataclass(frozen=True, slots=True)
class Shape:
    """How many of what, and where it listens: `host:port` or `unix:/path`."""

    bind: str
    workers: int
    threads: int
    preload: bool = True
    quiet: bool = False


def _load() -> Any:
    from squaremile.config.wsgi import application

    return application


def _warmed(load: Callable[[], Any]) -> Callable[[], Any]:
    """Each process loads what finding needs while it serves already: the first question does not wait for it."""

    def loaded() -> Any:
        application = load()
        from squaremile.network.reads.index_open import warm

        warm()
        return application

    return loaded


def _compiling() -> None:
    """Begin compiling the atlas's measures beside the server: the first reader of a square mile does not wait for it."""
    quiet: dict[str, Any] = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    _beside.append(subprocess.Popen([sys.executable, "-m", "squaremile.atlas.warming"], **quiet))


def server(shape: Shape) -> MPServer:
    """The server, not started. What it hears is HTTP/1.1: the proxy before it speaks to browsers.

    The product lives at the root of its host: nobody tells it another place by a header.
    """
    host, _, port = shape.bind.rpartition(":")
    place: dict[str, Any] = {"address": host.strip("[]"), "port": int(port)} if not shape.bind.startswith(UNIX) else {
        "uds": Path(shape.bind.removeprefix(UNIX)), "uds_permissions": 0o660,
    }  # fmt: skip
    return MPServer(
        "squaremile.config.wsgi:application", **place, interface=Interfaces.WSGI, http=HTTPModes.http1,
        http1_settings=HTTP1Settings(header_read_timeout=HEADERS_WITHIN_MS), websockets=False,
        workers=shape.workers, blocking_threads=shape.threads, respawn_failed_workers=True,
        workers_kill_timeout=GRACE_SECONDS, log_level=LogLevels.warning if shape.quiet else LogLevels.info,
    )  # fmt: skip


def serve(shape: Shape) -> None:
    """Run until told to stop (SIGTERM, SIGINT): what is under way is answered first."""
    # Read when NumPy is loaded: many requests share the cores better than threads of one product do.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    if shape.preload:
        _load()  # once, before the processes are forked: they share its memory
    _compiling()
    server(shape).serve(target_loader=_warmed(_load), wrap_loader=False)
