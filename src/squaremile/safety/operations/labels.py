"""What a label and a safety data sheet say of a substance, with where and when it was read; and the sheets themselves."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from squaremile.core.reads import files
from squaremile.core.words import NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require
from squaremile.safety import rules
from squaremile.safety.models import SafetySheet, SubstanceLabel
from squaremile.safety.models.label import LANGUAGES, SIGNALS
from squaremile.safety.operations.substances import kept, seen
from squaremile.safety.operations.whose import company_or_none
from squaremile.safety.policies import ghs
from squaremile.safety.reads.areas import today
from squaremile.safety.words import ghs as words
from squaremile.safety.words import stock as stock_words

MOST = 60
LABELLED = {"substance_label_sourced": stock_words.CLASS_UNSOURCED, "substance_label_signal_known": words.LABEL_CHOICE,
            "substance_label_current": stock_words.SUBSTANCE_KNOWN}  # fmt: skip
KEPT = {"sheet_is_somewhere": words.SHEET_UNSOUND, "sheet_url_fits": words.SHEET_UNSOUND, "sheet_language_known": words.SHEET_UNSOUND,
        "sheet_of_its_own": words.SHEET_OTHERS}  # fmt: skip


@operation(
    "safety.enter_label", ko="GHS 표지 입력하기", en="Enter a substance's GHS label", may=rules.keep_stock,
    refuses=(stock_words.SUBSTANCE_UNKNOWN, stock_words.CLASS_UNSOURCED, words.LABEL_UNSOUND, words.LABEL_CHOICE), constraints=LABELLED,
)
def enter_label(
    *, substance: str, read_in: str, read_on: date, signal: str = "", statements: Sequence[str] = (), precautions: Sequence[str] = (),
    pictograms: Sequence[str] = (),
) -> SubstanceLabel:
    """A label as read in a supplier's sheet or a safety data sheet: codes of statements (H225, P210), pictograms (GHS02) and
    the signal word. An earlier one ends. A code that nobody here knows is kept and shown as a code."""
    found = kept(substance)
    if not read_in.strip() or read_on > today():
        raise Invalid(stock_words.CLASS_UNSOURCED)
    if signal not in SIGNALS or not set(pictograms) <= set(words.PICTOGRAMS):
        raise Invalid(words.LABEL_CHOICE)
    hazards = _codes(statements, ghs.HAZARD_SHAPE)
    cautions = _codes(precautions, ghs.PRECAUTION_SHAPE)
    SubstanceLabel.objects.filter(substance=found, current=True).update(current=False)
    made = SubstanceLabel.objects.create(
        substance=found, signal=signal, statements=hazards, precautions=cautions, pictograms=sorted(set(pictograms)),
        read_in=read_in.strip()[:300], read_on=read_on, entered_at=clock.now(), entered_by_id=require().actor,
    )
    note(subject=found, organisation=found.organisation_id, statements=hazards, pictograms=made.pictograms)
    return made


@operation(
    "safety.add_sheet", ko="물질안전보건자료 넣기", en="Add a safety data sheet", may=rules.keep_stock,
    refuses=(stock_words.SUBSTANCE_UNKNOWN, stock_words.WHOSE, words.SHEET_UNSOUND, words.SHEET_OTHERS, NOT_FOUND), constraints=KEPT,
)
def add_sheet(
    *, substance: str, sheet_language: str, revised_on: date, file: UUID | None = None, sheet_url: str = "", supplier: str = "",
    organisation: str = "",
) -> SafetySheet:
    """One revision of a sheet, as a file or an address; earlier ones stay. A company's is its own, whatever the substance;
    by staff that name no company it is everybody's."""
    found, owner = seen(substance), company_or_none(organisation)
    if sheet_language not in LANGUAGES or revised_on > today() or (file is None and not sheet_url.strip()):
        raise Invalid(words.SHEET_UNSOUND)
    if found.organisation_id is not None and owner != found.organisation_id:
        if owner is not None or not rules.see_everyone(require()):
            raise Missing(stock_words.SUBSTANCE_UNKNOWN)
        owner = found.organisation_id
    if file is not None and files.owner(file) != owner:
        raise Refused(words.SHEET_OTHERS)
    made = SafetySheet.objects.create(
        substance=found, organisation_id=owner, language=sheet_language, supplier=supplier.strip()[:120], revised_on=revised_on,
        file_id=file, url=sheet_url.strip(), entered_at=clock.now(), entered_by_id=require().actor,
    )
    note(subject=made, organisation=owner, substance=found.code, revised_on=revised_on, language=sheet_language)
    return made


def _codes(said: Sequence[str], shape: ghs.Shape) -> list[str]:
    """Each code once, in the order given, without blanks inside. Raises Invalid."""
    codes = list(dict.fromkeys("".join(each.split()) for each in said if each.strip()))
    for code in codes:
        if len(code) > 40 or shape.fullmatch(code) is None:
            raise Invalid(words.LABEL_UNSOUND, {"wrong": code[:40]})
    if len(codes) > MOST:
        raise Invalid(words.LABEL_UNSOUND, {"wrong": codes[MOST]})
    return codes
