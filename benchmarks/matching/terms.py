"""What both sides are measured on."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VAR = Path(os.environ.get("SM_BENCH_VAR") or ROOT / "var" / "bench") / "matching"


@dataclass(frozen=True)
class Shape:
    """A synthetic collection: terms follow Zipf's law, vectors point anywhere, authors are drawn evenly."""

    documents: int = 100_000
    people: int = 20_000
    words: int = 120
    pairs: int = 60
    vocabulary: int = 60_000
    authors_each: int = 3
    visible: float = 0.8
    """Share of the documents that the reader may see."""


@dataclass(frozen=True)
class Targets:
    """What we said we would reach, before measuring."""

    average_precision: float = 0.40
    recall_1: float = 0.80
    recall_10: float = 0.98
    p50_ms: float = 60.0
    p95_ms: float = 100.0


TARGETS = Targets()
NEEDS = (
    "We look for a partner who can raise the yield of lactic acid bacteria in industrial fermentation, with experience "
    "in strain improvement, downstream processing and quality control under good manufacturing practice.",
    "고추장 발효에 쓰이는 유산균 균주를 개량하고 장내 미생물에 미치는 영향을 임상시험으로 확인할 연구자를 찾습니다.",
    "Point-of-care biosensor for early diagnosis of kidney disease in elderly patients",
    "전고체전지 양극재 코팅과 열화 예측",
    "Machine learning for medical imaging of the retina; we can share 40,000 labelled images of diabetic patients and "
    "want a joint project of two years with a clinical partner, a regulatory plan and a path to reimbursement.",
)
