"""Starts and stops a web server, and reads what CPU time a tree of processes has used."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from .terms import VAR, WEB

TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Web:
    """A running web server of one contestant."""

    name: str
    port: int
    pid: int


@contextmanager
def serving(name: str, program: Path, app: str, environment: Mapping[str, str], health: str) -> Iterator[Web]:
    """Serve `app` under the shared terms until the block ends."""
    port = free_port()
    folder = VAR / name
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "web.log").open("wb") as log:
        process = subprocess.Popen(
            [str(program), *WEB.arguments(port, app)],
            env={**os.environ, **environment},
            cwd=folder,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    try:
        _wait_until_ready(process, port, health, folder / "web.log")
        yield Web(name, port, process.pid)
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(10)


def _wait_until_ready(process: subprocess.Popen[bytes], port: int, health: str, log: Path) -> None:
    deadline = time.monotonic() + 120
    request = f"GET {health} HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n".encode()
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=60) as connection:
                connection.sendall(request)
                status = connection.recv(64).split(b" ")[1:2]
                if status and status[0] < b"500":
                    return
        except OSError:
            pass
        time.sleep(0.1)
    tail = log.read_text(errors="replace")[-2000:]
    raise SystemExit(f"The server did not answer {health}; the end of {log}:\n{tail}")


def free_port() -> int:
    """A loopback port that nothing listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _times(pid: int) -> tuple[int, list[int]]:
    """Parent, and [user, system, user of ended children, system of ended children] in ticks."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return 0, [0, 0, 0, 0]
    return int(fields[1]), [int(value) for value in fields[11:15]]


def cpu_seconds(root: int | None) -> float:
    """CPU seconds of a process, of its ended children and of its living children."""
    if root is None:
        return 0.0
    total = sum(_times(root)[1])
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            parent, times = _times(int(entry))
            if parent == root:
                total += times[0] + times[1]
    return total / TICKS
