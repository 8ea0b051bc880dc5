"""Races of safety: a verdict over a whole cluster's containers, and a count session of a large store."""

from typing import Any

from ..machine import describe
from ..postgres import Server
from .served import rows
from .side import Safety, Stock


def measured(running: Server) -> dict[str, Any]:
    """Verdicts and reconciliation, as the section `safety` of the kept numbers."""
    stock = Stock()
    side = Safety(running, stock)
    side.prepare()
    return {"machine": describe(running), "stock": stock.__dict__, **rows(side)}
