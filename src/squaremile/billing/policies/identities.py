"""Numbers by which tax offices and Peppol know a body: what each looks like, and which digit checks the others.

Korean business registration numbers: ten digits, the last checks the nine before it (National Tax Service).
GLN (scheme 0088): thirteen digits, the last checks the others (GS1 General Specifications 7.9; PEPPOL-COMMON-R040).
VAT numbers begin with the country (EN 16931-1, BR-CO-09). Schemes: Electronic Address Scheme code list, as Peppol takes it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from squaremile.billing.policies.exports.etax import registered
from squaremile.billing.policies.exports.ubl import SCHEMES
from squaremile.kernel.words import Text

LETTERS = "^[A-Z]{2}$"
ADDRESSED = "^[0-9]{4}$"
_VAT = re.compile(r"[A-Z]{2}[A-Z0-9]{2,13}")
_DIGITS = {"0088": 13, "0060": 9, "0192": 9, "0208": 10}
"""How many digits numbers of a scheme have, where they are digits alone: GLN, D-U-N-S, Norway, Belgium."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A field that is not right, by its name in the editor, and what it has to be."""

    field: str
    says: Text


def faults(
    *, country: str = "KR", registration: str = "", vat_id: str = "", legal_id: str = "", scheme: str = "", address: str = ""
) -> list[Fault]:
    """Everything that is wrong with an identity; nothing where it is sound or empty."""
    found = (
        (not re.fullmatch(LETTERS, country), "country", Text(ko="국가는 KR처럼 두 글자 코드입니다.", en="A country is two letters, such as KR.")),
        (country == "KR" and registration and not registered(registration), "registration", Text(
            ko="사업자등록번호는 열 자리이고 마지막 숫자가 앞의 아홉 자리와 맞아야 합니다.",
            en="A business registration number has ten digits; the last has to fit the nine before it.",
        )),
        (vat_id and not (_VAT.fullmatch(vat_id) and vat_id[:2] == ("EL" if country == "GR" else country)), "vat_id", Text(
            ko="부가세 번호는 국가 코드로 시작합니다.", en="A VAT number begins with the letters of its country.",
        )),
        (legal_id and not any(c.isdigit() for c in legal_id), "legal_id", Text(
            ko="법인등록번호에 숫자가 없습니다.", en="A registration of a company has digits.",
        )),
        (bool(scheme) != bool(address), "electronic_address", Text(
            ko="Peppol 전자주소와 그 체계 코드는 함께 적습니다.", en="A Peppol address goes with the code of its scheme.",
        )),
        (scheme and scheme not in SCHEMES, "address_scheme", Text(
            ko="Peppol이 받는 체계 코드가 아닙니다. GLN은 0088입니다.", en="Peppol does not know this scheme; a GLN is 0088.",
        )),
        (bool(scheme and address) and not _fits(scheme, address), "electronic_address", Text(
            ko="이 체계의 번호가 아닙니다. 자릿수와 검증 숫자를 확인하십시오.", en="This is no number of that scheme: check its digits.",
        )),
    )
    return [Fault(field, says) for wrong, field, says in found if wrong]


def _fits(scheme: str, address: str) -> bool:
    """Digits as the scheme has them; a GLN's last one checks the others."""
    if scheme not in _DIGITS:
        return not any(c.isspace() for c in address)
    if not (address.isascii() and address.isdigit() and len(address) == _DIGITS[scheme]):
        return False
    return scheme != "0088" or (10 - sum(int(d) * (3 if n % 2 else 1) for n, d in enumerate(address[:12])) % 10) % 10 == int(address[12])
