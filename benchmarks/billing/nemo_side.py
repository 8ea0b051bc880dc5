"""NEMO-billing in the race: installed from the package index into an environment of its own. None of its code is kept here."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

from benchmarks.postgres import Server
from benchmarks.processes import cpu_seconds
from benchmarks.terms import ROOT, VAR

PACKAGES = ("NEMO==8.1.5", "NEMO-billing==6.0.2", "psycopg2-binary")
DATABASE = "sm_bench_nemo_billing"
FOLDER = VAR / "nemo_billing"


class NemoBilling:
    """The peer, with so many uses of 2,000 an account."""

    def __init__(self, server: Server, events: int) -> None:
        self.server, self.events = server, events

    def raced(self) -> dict[str, Any]:
        """Install, seed, price, issue."""
        python = FOLDER / "venv" / "bin" / "python"
        if not python.exists():
            FOLDER.mkdir(parents=True, exist_ok=True)
            subprocess.run([sys.executable, "-m", "venv", str(FOLDER / "venv")], check=True)
            subprocess.run([str(python), "-m", "pip", "install", "--quiet", *PACKAGES], check=True, stderr=subprocess.DEVNULL)
        self.server.ensure(DATABASE, anew=True)
        self._inside("seed")
        postmaster = self.server.postmaster()
        before = cpu_seconds(postmaster)
        return {**self._inside("race"), "db_cpu": round(cpu_seconds(postmaster) - before, 2), "packages": PACKAGES[:2]}

    def _inside(self, command: str) -> Any:
        environment = {
            **os.environ, "PYTHONPATH": str(ROOT), "DJANGO_SETTINGS_MODULE": "benchmarks.billing.nemo_settings",
            "SM_BENCH_NEMO_FOLDER": str(FOLDER), "SM_BENCH_PG_HOST": self.server.host, "SM_BENCH_PG_PORT": str(self.server.port),
            "SM_BENCH_PG_USER": self.server.user, "SM_BENCH_PG_PASSWORD": self.server.password, "SM_BENCH_PG_DATABASE": DATABASE,
            "SM_BENCH_EVENTS": str(self.events),
        }  # fmt: skip
        done = subprocess.run(
            [str(FOLDER / "venv" / "bin" / "python"), "-m", "benchmarks.billing.nemo_inside", command], env=environment, cwd=FOLDER,
            check=True, text=True, stdout=subprocess.PIPE,
        )  # fmt: skip
        return json.loads(done.stdout.strip().splitlines()[-1])
