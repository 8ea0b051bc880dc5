"""The race itself: the peer, then preview and close of the month, its evidence and its paper, and a month four times as large."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from typing import Any

from benchmarks.machine import describe
from benchmarks.postgres import Server

from .nemo_side import NemoBilling
from .side import Billing
from .terms import Month

PEER_EVENTS = 10_000
PRINTED = 1_000
CORES = 2
TIMES = 4
"""A month so many times as large shows whether memory grows with it."""


def measured(running: Server, events: int = Month.events, peer_events: int = PEER_EVENTS, times: int = TIMES) -> dict[str, Any]:
    """Everything in one run. Each answer is proved sound before its time counts."""
    month, load = Month(events=events), os.getloadavg()[0]
    found: dict[str, Any] = {"machine": describe(running), "month": month.__dict__, "first": str(month.first)}
    found["peer"] = _said(NemoBilling(running, peer_events).raced())
    side = Billing(running, month)
    side.prepare()
    preview = side.inside("preview", found["first"])
    close = side.inside("close", found["first"], str(CORES))
    _sound(month, preview, close)
    found |= {"preview": _said(_short(preview)), "close": _said(_short(close)), "evidence": side.inside("explain")}
    found["paper"] = _said(printed(side))
    larger = Billing(running, Month(events=events * times))
    larger.prepare()
    found["larger"] = {
        **_short(larger.inside("preview", found["first"], "1")), "close": _short(larger.inside("close", found["first"], str(CORES)))
    }
    return {**found, "load": [round(load, 1), round(os.getloadavg()[0], 1)]}


def _said(found: dict[str, Any]) -> dict[str, Any]:
    """As it comes: a race that is stopped has said what it knew."""
    print(json.dumps(found, ensure_ascii=False), file=sys.stderr, flush=True)
    return found


def _sound(month: Month, preview: dict[str, Any], close: dict[str, Any]) -> None:
    if preview["bills"] != close["bills"]:
        raise SystemExit("The preview is not the close, to the last unit.")
    if (close["explained"], close["invoices"], close["states"]) != (month.events, month.companies, ["issued"]):
        raise SystemExit(f"The close is not whole: {close['explained']} uses explained, {close['invoices']} invoices, {close['states']}")
    if preview["events"] != month.events:
        raise SystemExit(f"The preview saw {preview['events']} uses")


def _short(found: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in found.items() if key != "bills"}


def printed(side: Billing) -> dict[str, Any]:
    """A thousand invoices as PDF, on as many processes as cores."""
    with tempfile.TemporaryDirectory() as folder:
        parts = side.beside([("print", str(PRINTED), folder, str(n), str(CORES)) for n in range(CORES)])
    steps = [part["steps"]["print"] for part in parts]
    return {
        "documents": sum(part["documents"] for part in parts), "pages": sum(part["pages"] for part in parts),
        "bytes": sum(part["bytes"] for part in parts), "seconds": max(step["seconds"] for step in steps),
        "app_cpu": round(sum(step["app_cpu"] for step in steps), 2),
    }  # fmt: skip
