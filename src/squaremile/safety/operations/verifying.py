"""Figures of a rule pack, verified here in the text itself: only then do those of little certainty block anything."""

from datetime import date

from squaremile.kernel.errors import Invalid, Missing
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require
from squaremile.safety import rules
from squaremile.safety.models import PackVerification
from squaremile.safety.policies import packs
from squaremile.safety.policies.verification import rows
from squaremile.safety.reads import rule_packs
from squaremile.safety.words import areas as area_words
from squaremile.safety.words import bringing as words
from squaremile.safety.words import stock as stock_words


@operation(
    "safety.verify_pack_row", ko="규칙 수치 확인하기", en="Verify a row of a rule pack", may=rules.verify,
    refuses=(area_words.PACK_UNKNOWN, words.PACK_ROW_UNKNOWN, stock_words.CLASS_UNSOURCED),
    constraints={"pack_verification_once": words.PACK_ROW_KNOWN, "pack_verification_sourced": stock_words.CLASS_UNSOURCED},
)
def verify_pack_row(*, pack: str, pack_row: str, read_in: str, read_on: date) -> PackVerification:
    """Somebody has read this row in the text that the authority has adopted: from now on it may block. When the row's
    figures change with a new edition, it has to be verified again."""
    if pack not in packs.codes():
        raise Invalid(area_words.PACK_UNKNOWN)
    found = next((row for row in rows(rule_packs.in_force([pack])[pack]) if row.key == pack_row), None)
    if found is None:
        raise Missing(words.PACK_ROW_UNKNOWN)
    made = PackVerification.objects.create(
        pack=pack, pack_row=pack_row, digest=found.digest, says=found.says[:600], read_in=read_in.strip()[:300], read_on=read_on,
        person_id=require().actor,
    )
    note(subject=made, pack=pack, row=pack_row, read_in=made.read_in)
    return made
