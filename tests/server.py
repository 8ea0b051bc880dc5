"""A real server for tests: four workers of the production server on a database of their own."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from django.conf import settings

ROOT = Path(__file__).resolve().parent.parent


class Server:
    """The process group, its address, and a small JSON client."""

    def __init__(self, database_url: str, workers: int = 4, threads: int = 16) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        env = {
            **os.environ,
            "DATABASE_APP_URL": database_url,
            "SECRET_KEY": settings.SECRET_KEY,
            "DEBUG": "false",
            "DJANGO_SETTINGS_MODULE": "squaremile.config.settings",
            "ALLOWED_HOSTS": "127.0.0.1",
        }
        self.process = subprocess.Popen(
            [
                sys.executable, "-m", "squaremile.cli.main", "serve", "--only", "web", "--quiet", "--bind",
                f"127.0.0.1:{self.port}", "--workers", str(workers), "--threads", str(threads),
            ],
            cwd=ROOT, env=env, start_new_session=True,
        )  # fmt: skip
        self._wait()

    def _wait(self) -> None:
        for _ in range(300):
            try:
                self.request("GET", "/api/v1/me")
                return
            except OSError:
                time.sleep(0.1)
        raise RuntimeError("the server did not start")

    def request(self, method: str, path: str, token: str = "", body: Any = None, **headers: str) -> tuple[int, Any]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        sent = {
            "Content-Type": "application/json",
            **({"Authorization": f"Bearer {token}"} if token else {}),
            **headers,
        }
        try:
            connection.request(method, path, json.dumps(body) if body is not None else None, sent)
            answer = connection.getresponse()
            text = answer.read()
            is_json = "json" in answer.headers.get("Content-Type", "")
            return answer.status, json.loads(text) if is_json and text else text
        finally:
            connection.close()

    def submit(self, path: str, session: str, fields: dict[str, str]) -> tuple[int, str]:
        """Send a page's form, as the browser of somebody who is signed in does."""
        token = "c" * 32
        body = urlencode({**fields, "csrfmiddlewaretoken": token})
        cookies = f"sessionid={session}; csrftoken={token}"
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            sent = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": cookies}
            connection.request("POST", path, body, sent)
            answer = connection.getresponse()
            return answer.status, answer.read().decode()
        finally:
            connection.close()

    def kill(self) -> None:
        """As the power cut would: no worker gets to say goodbye."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def stop(self) -> None:
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGTERM)
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.kill()


@contextmanager
def running(database_url: str, **options: int) -> Iterator[Server]:
    server = Server(database_url, **options)
    try:
        yield server
    finally:
        server.stop()
