"""The races themselves, over HTTP: what the server says it took, with the answers counted."""

from __future__ import annotations

import json
import time
from collections import Counter
from itertools import count
from typing import Any

from benchmarks.load import Round, burst, percentile
from benchmarks.processes import Web
from benchmarks.squaremile_seed import token
from benchmarks.terms import SIGNED_IN
from benchmarks.wire import Reply, request

from .side import Safety

VERDICTS = 1_600
WARM_UP = 200
AMOUNTS = ("1 L", "4 L", "20 L", "60 L")
PART = 1_000


def rows(side: Safety) -> dict[str, Any]:
    """Both races."""
    return {"verdicts": verdicts(side), "reconciliation": reconciliation(side)}


def reconciliation(side: Safety) -> dict[str, Any]:
    """One company counts its store: 20,000 labels in parts, some of them twice, some of other rooms, some of nobody."""
    store = side.stock.store
    scanned = [f"ST-{n:08}" for n in range(1, store - 999)] + [f"CT-{n:08}" for n in range(1, 501)] + [f"XX-{n}" for n in range(500)]
    parts = [scanned[n:n + PART] for n in range(0, len(scanned), PART)]
    with side.serve() as web:
        began = _answer(web, "POST", "/api/v1/safety/counts", {"place": "STORE-1"})
        path = f"/api/v1/safety/counts/{began['code']}"
        started = time.perf_counter()
        for part in parts:
            _answer(web, "POST", f"{path}/scans", {"labels": part})
        found = _answer(web, "GET", path)
        seconds = time.perf_counter() - started
        _answer(web, "POST", f"{path}/scans", {"labels": parts[0]})
        again = _answer(web, "GET", path)
        _answer(web, "POST", f"{path}/close")
    numbers = found["numbers"]
    # Of the 500 labels of other rooms one knows one's own: a rival's container is an unknown label.
    sound = numbers["found"] == store - 1000 and numbers["missing"] == 1000 and numbers["elsewhere"] + numbers["unknown"] == 1000
    if not sound or again["numbers"] != numbers:
        raise SystemExit(f"The count is wrong: {numbers}, then {again['numbers']}")
    return {"scans": len(scanned), "part": PART, "seconds": round(seconds, 2), "numbers": numbers}


def _answer(web: Web, method: str, path: str, wish: dict[str, Any] | None = None) -> dict[str, Any]:
    headers = {"Authorization": f"Bearer {token(1)}", "Content-Type": "application/json"}
    kept: list[dict[str, Any]] = []

    def accept(reply: Reply) -> bool:
        if reply.status < 300:
            kept.append(json.loads(reply.body))
        return reply.status < 300

    body = json.dumps(wish or {}).encode() if method == "POST" else b""
    done = burst(web, lambda: request(method, path, headers, body), accept, clients=1, requests=1, database=None)
    if not kept:
        raise SystemExit(f"{path} was refused: {done.refusal}")
    return kept[0]


def verdicts(side: Safety) -> dict[str, Any]:
    """People of every company ask about every area in turn: one substance, one room, four amounts."""
    answers: Counter[str] = Counter()
    turn = count()

    def ask() -> bytes:
        n = next(turn)
        wish = {
            "substance": f"SUB-{3 * (1 + n * 31 % 130)}", "how_much": AMOUNTS[n % len(AMOUNTS)],
            "place": f"ROOM-{1 + n * 607 % side.stock.rooms}",
        }  # fmt: skip
        headers = {"Authorization": f"Bearer {token(1 + n % SIGNED_IN)}", "Content-Type": "application/json"}
        return request("POST", "/api/v1/safety/can-bring", headers, json.dumps(wish).encode())

    def answered(reply: Reply) -> bool:
        if reply.status == 201:
            answers[json.loads(reply.body)["answer"]] += 1
        return reply.status == 201

    with side.serve() as web:
        burst(web, ask, answered, clients=1, requests=WARM_UP, database=side.server.postmaster())
        answers.clear()
        found: Round = burst(web, ask, answered, clients=1, requests=VERDICTS, database=side.server.postmaster())
    if found.outcomes["ok"] != VERDICTS:
        raise SystemExit(f"A question was refused: {found.refusal}")
    if len(answers) < 2:
        raise SystemExit(f"Every answer was the same: {answers}")
    return {
        "requests": VERDICTS, "answers": dict(answers), "statements": max(found.statements, default=0),
        "server_p50_ms": round(percentile(found.server, 0.5), 1), "server_p95_ms": round(percentile(found.server, 0.95), 1),
        "app_cpu_ms": round(found.app_cpu_ms, 1), "db_cpu_ms": round(found.db_cpu_ms, 1),
    }  # fmt: skip
