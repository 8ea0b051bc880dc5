"""Questions about bringing something in, as they were answered. Row security decides whose."""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from django.db.models import QuerySet

from squaremile.kernel.errors import Missing
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text, both
from squaremile.safety import rules
from squaremile.safety.models import Bringing
from squaremile.safety.policies.quantity import Amount, said
from squaremile.safety.policies.verdicts import YES
from squaremile.safety.reads import approvals, areas
from squaremile.safety.words import bringing as words
from squaremile.safety.words import gates as gate_words
from squaremile.safety.words import stock as stock_words

LATELY = 50
LOOKS = {"yes": "ok", "needs_approval": "warn", "no": "stop"}


@dataclass(frozen=True, slots=True)
class Sum:
    """One sum that was told."""

    says: Text
    verdict: str
    certainty: str

    @property
    def look(self) -> str:
        return LOOKS[self.verdict]

    @property
    def said(self) -> Text:
        return words.ANSWERS[self.verdict]


@dataclass(frozen=True, slots=True)
class Way:
    """What would do, and where that is done."""

    says: Text
    url: str = ""

    def __str__(self) -> str:
        return str(self.says)


@dataclass(frozen=True, slots=True)
class BringingRow:
    """One question and its answer."""

    code: str
    substance: str
    amount: str
    room: Text
    condition: Text
    in_cabinet: bool
    company: Text | None
    answer: str
    state: str
    at: datetime
    reason: str
    sums: tuple[Sum, ...]
    ways_out: tuple[Way, ...]
    warnings: tuple[Text, ...]
    """What in the room will not get along with it."""
    exact: bool
    unclassified: Text | None
    """What stands there and could not be added: the sums are an "at least"."""
    good_until: date | None = None
    """The last day on which its approval may be used."""
    ended: bool = False
    barred: tuple[Text, ...] = ()
    """What keeps it out whatever the sums say."""

    form: dict[str, str] = field(default_factory=dict)
    """What was asked, as the form of receiving takes it; empty where it may not come in now, or is in no register."""
    unregistered: str = ""
    """The CAS number of what has to be registered before it is received."""

    @property
    def title(self) -> Text:
        return words.ENDED if self.ended else words.TITLES.get(self.state, self.answer_said)

    @property
    def answer_said(self) -> Text:
        return words.ANSWERS[self.answer]

    @property
    def state_said(self) -> Text:
        return words.ENDED if self.ended else words.STATES[self.state]

    @property
    def look(self) -> str:
        return LOOKS[self.answer]


def lately() -> list[BringingRow]:
    """Those that wait for approval, then the newest."""
    rows = [_row(each) for each in _rows().order_by("-at", "-code")[:LATELY]]
    return sorted(rows, key=lambda row: row.state != "asked")


def bringing(code: str) -> BringingRow:
    """One by its code. Raises Missing."""
    found = _rows().filter(code=code).first()
    if found is None:
        raise Missing(words.BRINGING_UNKNOWN)
    return _row(found)


def today(code: str) -> tuple[Sum, ...]:
    """What the question comes to by the exact sums of today, with everybody's stock and all that is approved and has not come:
    for those who decide. Raises Missing."""
    found = _rows().filter(code=code, state="asked").first()
    if found is None or not rules.decide(require()):
        raise Missing(words.BRINGING_UNKNOWN)
    steps = approvals.judged(found).verdict.steps
    return tuple(Sum(step.says, step.verdict, step.certainty) for step in steps)


def _rows() -> QuerySet[Bringing]:
    return Bringing.objects.select_related("room", "organisation", "substance")


def _row(b: Bringing) -> BringingRow:
    whose, told, known = b.organisation, b.told, b.substance
    ended = b.state == "approved" and (b.good_until is None or b.good_until < areas.today())
    may_come = b.answer == YES or (b.state == "approved" and not ended)
    amount = f"{said(Amount(Decimal(b.amount), b.dimension).to(b.unit))} {b.unit}"
    return BringingRow(
        b.code, str(both(known.name_ko, known.name_en)) if known else told["substance"], amount, both(b.room.name_ko, b.room.name_en),
        stock_words.CONDITIONS[b.condition], b.in_cabinet, both(whose.name_ko, whose.name_en) if whose else None, b.answer, b.state,
        b.at, b.reason, tuple(Sum(Text(ko=s["ko"], en=s["en"]), s["verdict"], s["certainty"]) for s in told["sums"]),
        tuple(Way(Text(ko=w["ko"], en=w["en"]), w.get("url", "")) for w in told["ways_out"]),
        tuple(Text(ko=w["ko"], en=w["en"]) for w in told.get("warnings", ())), told["exact"],
        Text(ko=blank["ko"], en=blank["en"]) if (blank := told.get("unclassified")) else None,
        b.good_until, ended, tuple(_barred(b, Text(ko=w["ko"], en=w["en"]), w["code"]) for w in told.get("barred", ())),
        _form(b, known.code, amount) if may_come and known else {}, b.cas if may_come and not known else "",
    )


def _barred(b: Bringing, says: Text, code: str) -> Text:
    """A course that is missing is missing to whoever asked: her colleagues, who read the answer too, may have it."""
    hers = code == gate_words.BRING_UNTRAINED and b.person_id is not None and b.person_id != require().actor
    return words.OF_WHO_ASKED.fill({"says": says}) if hers else says


def _form(b: Bringing, substance: str, amount: str) -> dict[str, str]:
    approved = {"bringing": b.code} if b.state == "approved" else {}
    return {"substance": substance, "how_much": amount, "place": b.room.code, "condition": b.condition, **approved}
