"""The web server: gunicorn by its application interface, threads over a few processes."""

import os
from dataclasses import dataclass
from typing import Any

from gunicorn.app.base import BaseApplication

GRACE_SECONDS = 30


@dataclass(frozen=True, slots=True)
class Shape:
    """How many of what, and where it listens."""

    bind: str
    workers: int
    threads: int
    preload: bool = True
    quiet: bool = False


def _warm(worker: object) -> None:
    """Each process loads what finding needs while it serves already: the first question does not wait for it."""
    from squaremile.network.reads.index_open import warm

    warm()


class Server(BaseApplication):  # type: ignore[misc]
    """gunicorn without its command line."""

    def __init__(self, shape: Shape) -> None:
        self.shape = shape
        # Read when NumPy is loaded: many requests share the cores better than threads of one product do.
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        super().__init__()

    def load_config(self) -> None:
        shape = self.shape
        settings: dict[str, Any] = {
            "bind": shape.bind, "workers": shape.workers, "threads": shape.threads, "worker_class": "gthread",
            "preload_app": shape.preload, "graceful_timeout": GRACE_SECONDS, "keepalive": 30,
            "worker_tmp_dir": "/dev/shm", "control_socket_disable": True,
            # The product lives at the root of its host: nobody tells it another place by a header.
            "forwarder_headers": "",
            "loglevel": "warning" if shape.quiet else "info",
            # A process that has served much is replaced, each at another moment.
            "max_requests": 100_000, "max_requests_jitter": 10_000, "post_worker_init": _warm,
        }  # fmt: skip
        for name, value in settings.items():
            if name in self.cfg.settings:
                self.cfg.set(name, value)

    def load(self) -> Any:
        from squaremile.config.wsgi import application

        return application
