"""Made up for the demonstration: the cluster's own glossary, a saved search and a short list."""

from collections.abc import Iterable

from squaremile.cli.demo.network.stage import Stage
from squaremile.core.entering import enter_person
from squaremile.kernel.scope import Grant, Scope, scope
from squaremile.kernel.words import Text
from squaremile.network import operations as network

TERMS = (
    ("압축 탄성계수", "compressive modulus", "mechanical testing"), ("발효 부산물", "fermentation by-product", "fermentation"),
    ("생체지지체", "scaffold", "tissue engineering"), ("장기칩", "organ-on-a-chip", "microphysiological system"),
    ("종자 코팅", "seed coating", "agriculture"), ("동결건조 보호제", "lyoprotectant", "lyophilisation"),
    ("균주 개량", "strain improvement", "fermentation"), ("미세먼지 독성", "particulate matter toxicity", "toxicology"),
    ("인삼 사포닌", "ginsenoside", "natural product"), ("콩 단백질", "soy protein", "food protein"),
    ("세포외소포", "extracellular vesicle", "vesicle"), ("표적 단백질 분해", "targeted protein degradation", "drug discovery"),
)  # fmt: skip
LABEL = Text(ko="용어집", en="glossary")
TOTAL = len(TERMS) + 1


def make(stage: Stage) -> Iterable[int]:
    """Terms by the programme's people; a scientist keeps a list and a search."""
    with scope(Scope(actor=stage.staff["programme"], grants=(Grant("programme"),))):
        for number, (ko, en, broader) in enumerate(TERMS, start=1):
            network.add_term(ko=ko, en=en, broader=broader)
            yield number
    keeper = stage.people.get("jiwoo.oh@moak.example")
    if keeper is not None:
        with enter_person(keeper, reason="demo"):
            made = network.start_list(name="자문 후보")
            network.put_on_list(short_list=made.code, subject="person", subject_code="PE-001", note_text="첫 통화 예정")
            network.save_search(question="연골 조직공학 바이오리액터", kind="person", name="연골 조직공학")
    yield TOTAL
