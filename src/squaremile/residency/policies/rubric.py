"""A rubric declared as data: criteria with weights, one scale, and what points mean. Its total is 0 to 100."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from squaremile.kernel.words import Text

MOST_CRITERIA, MOST_POINTS, MOST_LETTERS = 20, 100, 500


@dataclass(frozen=True, slots=True)
class Criterion:
    """What is judged. `anchors` say what a number of points means."""

    key: str
    label: Text
    weight: int
    least: int
    most: int
    anchors: Mapping[int, Text]

    @property
    def points(self) -> range:
        return range(self.least, self.most + 1)


def read(data: Sequence[Mapping[str, Any]]) -> tuple[Criterion, ...]:
    """Criteria from JSON that `faults` finds nothing in."""
    return tuple(
        Criterion(
            one["key"], _text(one["label"]), one["weight"], one.get("least", 1), one.get("most", 5),
            {int(points): _text(says) for points, says in one.get("anchors", {}).items()},
        )
        for one in data
    )


def faults(data: object) -> list[Text]:
    """Everything that keeps it from being a rubric, in words."""
    if not isinstance(data, Sequence) or isinstance(data, str) or not 1 <= len(data) <= MOST_CRITERIA:
        return [Text(ko="심사 항목이 1개에서 20개까지 있어야 합니다.", en="A rubric has 1 to 20 criteria.")]
    found, seen = [], set()
    for number, one in enumerate(data, 1):
        said = _fault(one)
        if said is None and one["key"] in seen:
            said = Text(ko="같은 키가 두 번 있습니다.", en="the key is there twice.")
        if said is not None:
            found.append(Text(ko=f"항목 {number}: {said.ko}", en=f"Criterion {number}: {said.en}"))
        else:
            seen.add(one["key"])
    return found


def total(rubric: Sequence[Criterion], points: Mapping[str, int]) -> float:
    """Weighted share of what could be had, 0 to 100. Every criterion has its points."""
    weights = sum(one.weight for one in rubric)
    return sum(one.weight * (points[one.key] - one.least) / (one.most - one.least) for one in rubric) / weights * 100


def unsound(rubric: Sequence[Criterion], points: Mapping[str, Any]) -> list[str]:
    """Keys of points that are no whole number on their scale, or of no criterion."""
    known = {one.key: one for one in rubric}
    return sorted(
        key for key, given in points.items()
        if key not in known or not isinstance(given, int) or isinstance(given, bool) or given not in known[key].points
    )


def missing(rubric: Sequence[Criterion], points: Mapping[str, int]) -> list[Criterion]:
    return [one for one in rubric if one.key not in points]


def _fault(one: object) -> Text | None:
    if not isinstance(one, Mapping) or not (isinstance(one.get("key"), str) and one["key"].isidentifier()):
        return Text(ko="키가 필요합니다.", en="it needs a key.")
    if not _said(one.get("label")):
        return Text(ko="이름이 한국어나 영어로 필요합니다.", en="it needs a label in Korean or English.")
    if not _whole(one.get("weight")) or not 1 <= one["weight"] <= MOST_POINTS:
        return Text(ko="가중치는 1에서 100까지의 정수입니다.", en="its weight is a whole number from 1 to 100.")
    least, most = one.get("least", 1), one.get("most", 5)
    if not (_whole(least) and _whole(most) and 0 <= least < most <= MOST_POINTS):
        return Text(ko="점수 범위가 맞지 않습니다.", en="its scale does not rise.")
    anchors = one.get("anchors", {})
    if not isinstance(anchors, Mapping) or not all(
        str(p).isdigit() and least <= int(p) <= most and _said(says) for p, says in anchors.items()
    ):
        return Text(ko="점수의 뜻이 범위 밖에 있거나 비어 있습니다.", en="an anchor is empty or off the scale.")
    return None


def _whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _said(value: object) -> bool:
    return (
        isinstance(value, Mapping) and set(value) <= {"ko", "en"} and any(value.values())
        and all(isinstance(v, str) and len(v) <= MOST_LETTERS for v in value.values())
    )


def _text(value: Mapping[str, str]) -> Text:
    ko, en = value.get("ko", ""), value.get("en", "")
    return Text(ko=ko or en, en=en or ko)
