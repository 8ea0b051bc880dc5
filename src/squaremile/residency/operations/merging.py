"""Places of one company that become one while it sits on them: a merge and a move in one step."""

from collections.abc import Sequence
from datetime import date

from squaremile.core.words import CODE_TAKEN
from squaremile.kernel.errors import Invalid
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.residency import rules
from squaremile.residency.models import Move
from squaremile.residency.operations.moves import HELD, REFUSES, STEP, begin, take
from squaremile.residency.words import companies
from squaremile.residency.words import moves_unsigned as words
from squaremile.spaces import operations as spaces
from squaremile.spaces.operations.reshaping import GONE
from squaremile.spaces.operations.reshaping import REFUSES as UNSHAPED


@operation(
    "residency.merge_own_places", ko="한 기업의 자리 합치기", en="Merge places of one company", may=rules.merge_let,
    refuses=(companies.COMPANY_UNKNOWN, words.MERGE_UNFIT, CODE_TAKEN, *REFUSES, *UNSHAPED), constraints={**STEP, **HELD, **GONE},
)
def merge_own_places(
    *, company: str, merged: Sequence[str], on_day: date, kind: str, name_ko: str = "", name_en: str = "", code: str = "",
) -> Move:
    """Places (by code) that the company has across a day become one on it, and the one is held for it from then until its licence
    ends. The amendment with the new place and its price lies ready to be signed; the move is carried out like every other. Cancelled
    before the day, the places stay several.
    """
    wanted = sorted(set(merged))
    if len(wanted) < 2:
        raise Invalid(words.MERGE_UNFIT)
    made, comes = begin(company, on_day, wanted), code.strip() or short_code("PL")
    spaces.merge_places(merged=wanted, on_day=on_day, kind=kind, name_ko=name_ko, name_en=name_en, code=comes)
    take(made, [comes])
    note(subject=made, organisation=made.company_id, merged=wanted, place=comes, day=on_day)
    return made
