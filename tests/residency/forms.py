"""Forms and answers for tests: the sample form of the product, and answers that satisfy it."""

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import squaremile.residency

SAMPLE: dict[str, Any] = json.loads(
    (Path(squaremile.residency.__file__).parent / "documents/application.json").read_text(encoding="utf-8")
)
ANSWERS: dict[str, Any] = {
    "founded_on": "2024-05-02", "stage": "seed", "raised": {"amount": "1200000000", "currency": "KRW"}, "head_count": "4",
    "summary": "오가노이드로 독성을 봅니다.", "fields": "오가노이드, 독성 평가", "science": "간 오가노이드의 칩", "milestones": "첫 고객",
    "works": ["none"], "biosafety": "bsl1", "uses_chemicals": "yes",
    "chemicals": [{"name": "에탄올", "cas": "64-17-5", "state": "liquid", "amount": "500", "unit": "ml"}],
}  # fmt: skip


def sample(**changes: Any) -> dict[str, Any]:
    """The sample form, with questions changed by their keys; None takes one out."""
    form = deepcopy(SAMPLE)
    for section in form["sections"]:
        kept = [q | (changes.get(q["key"]) or {}) for q in section["questions"] if changes.get(q["key"], {}) is not None]
        section["questions"] = kept
    return form
