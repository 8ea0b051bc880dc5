"""Races of safety: a verdict over a whole cluster's containers, and a count session of a large store."""

import os
from typing import Any

from benchmarks.machine import describe
from benchmarks.postgres import Server

from .served import rows
from .side import Safety, Stock


def measured(running: Server) -> dict[str, Any]:
    """Verdicts and reconciliation, as the section `safety` of the kept numbers."""
    stock, load = Stock(), os.getloadavg()[0]
    side = Safety(running, stock)
    side.prepare()
    return {"machine": describe(running), "stock": stock.__dict__, "load": round(load, 1), **rows(side)}
