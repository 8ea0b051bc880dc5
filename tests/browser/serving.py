"""A real server in a process of its own, for a browser to visit."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=2):
            return True
    except OSError:
        return False


@contextmanager
def serving(
    database_url: str, log: Path, application: str = "squaremile.config.wsgi", **settings: str
) -> Iterator[str]:
    """Serves that database, as `sm_app`; yields the address."""
    port = _free_port()
    address = f"http://127.0.0.1:{port}"
    env = {**os.environ, "DATABASE_APP_URL": database_url, "DEBUG": "true", "PUBLIC_URL": address, **settings}
    granian = [sys.executable, "-W", "ignore", "-m", "granian", "--interface", "wsgi", "--port", str(port)]
    with log.open("wb") as said:
        process = subprocess.Popen([*granian, "--blocking-threads", "8", f"{application}:application"], env=env, cwd=ROOT, stdout=said, stderr=said)
        try:
            for _ in range(120):
                if process.poll() is not None or _answers(f"{address}/accounts/login/"):
                    break
                time.sleep(0.5)
            assert process.poll() is None, log.read_text()
            yield address
        finally:
            process.terminate()
            process.wait(20)
