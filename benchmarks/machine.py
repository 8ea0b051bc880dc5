"""What the numbers were measured on; a number without its machine says little."""

from __future__ import annotations

import os
import platform
from datetime import UTC, datetime
from pathlib import Path

from .postgres import Server


def describe(server: Server) -> dict[str, str]:
    """Name → value, for the head of the report."""
    return {
        "Date": datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"),
        "CPU": f"{_cpu()}, {len(os.sched_getaffinity(0))} cores",
        "Memory": f"{_memory_gib():.0f} GiB",
        "System": f"{platform.system()} {platform.release()}",
        "Python": platform.python_version(),
        "PostgreSQL": f"{server.version()} ({server.kind}), one server for both products",
        "Durability": ", ".join(f"{name} {value}" for name, value in _durability(server).items()),
        "Load average at the start": f"{os.getloadavg()[0]:.1f}",
    }


def _cpu() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.processor() or platform.machine()


def _memory_gib() -> float:
    first = Path("/proc/meminfo").read_text().split("\n", 1)[0]
    return int(first.split()[1]) / 2**20


def _durability(server: Server) -> dict[str, str]:
    names = ("fsync", "synchronous_commit", "full_page_writes", "shared_buffers")
    with server.connect("postgres") as connection:
        rows = connection.execute(
            "SELECT name, current_setting(name) FROM pg_settings WHERE name = ANY(%s)", [list(names)]
        ).fetchall()
    return {str(name): str(value) for name, value in rows}
