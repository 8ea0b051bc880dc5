"""Why an issued bill is corrected: one reason, said to the Korean tax office and in UBL.

Codes 01 to 06 are those of the corrective tax invoice (Enforcement Decree of the VAT Act, art. 70 (1)); 380 and 381 are of
UNTDID 1001: commercial invoice, credit note.
"""

from dataclasses import dataclass
from fractions import Fraction

from squaremile.billing.policies.pricing import to_minor
from squaremile.kernel.words import Text


@dataclass(frozen=True, slots=True)
class CorrectionReason:
    """`whole`: the credit note takes back the whole document. `anew`: a corrected invoice is issued in its place.
    `dated`: the day written on it: of the corrected document, or of what happened since."""

    code: str
    label: Text
    tax_code: str
    whole: bool
    anew: bool
    dated: str

    @property
    def ubl_types(self) -> tuple[str, ...]:
        """UNTDID 1001 codes of the documents that are made, in their order."""
        return ("381", "380") if self.anew else ("381",)


REASONS = {
    r.code: r
    for r in (
        CorrectionReason("clerical", Text(ko="기재사항의 착오·정정", en="Clerical error"), "01", True, True, "original"),
        CorrectionReason("value_change", Text(ko="공급가액 변동", en="Change in value"), "02", False, False, "event"),
        CorrectionReason("return", Text(ko="환입", en="Returned goods"), "03", False, False, "event"),
        CorrectionReason("contract_cancelled", Text(ko="계약의 해제", en="Contract cancelled"), "04", True, False, "event"),
        CorrectionReason("local_lc", Text(ko="내국신용장 등 사후 개설", en="Local letter of credit opened later"), "05", True, True, "original"),
        CorrectionReason("duplicate", Text(ko="착오에 의한 이중발급 등", en="Issued twice or in error"), "06", True, False, "original"),
    )
}


def tax_within(tax: int, net: int, part: int) -> int:
    """What of a line's tax belongs to so much of its net. Of all of it, all; whatever the parts, they add up to it."""
    return to_minor(Fraction(abs(tax) * abs(part), abs(net)), 0) * (1 if tax >= 0 else -1)
