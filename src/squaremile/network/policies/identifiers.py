"""Identifiers of people and organisations: ORCID iDs and ROR ids."""

import re


def orcid(text: str) -> str | None:
    """An ORCID iD in its written form (0000-0002-1825-0097), from an address or digits; None where it cannot be one.

    The last character is a check digit: ISO 7064, MOD 11-2, over the first fifteen.
    """
    digits = re.sub(r"[\s-]", "", text.strip().rstrip("/").rpartition("/")[2]).upper()
    if not re.fullmatch(r"\d{15}[\dX]", digits):
        return None
    total = 0
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2
    check = (12 - total % 11) % 11
    if digits[-1] != ("X" if check == 10 else str(check)):
        return None
    return "-".join(digits[n : n + 4] for n in range(0, 16, 4))


_CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"


def ror(text: str) -> str | None:
    """A ROR id's nine characters (05dxps055), from an address or bare; None where it cannot be one.

    The last two digits are a check: ISO/IEC 7064, MOD 97-10, over the Crockford base32 value of the first seven.
    """
    found = text.strip().rstrip("/").rpartition("/")[2].lower()
    if not re.fullmatch(r"0[a-hj-km-np-tv-z0-9]{6}\d{2}", found):
        return None
    value = 0
    for symbol in found[:7]:
        value = value * 32 + _CROCKFORD.index(symbol)
    return found if 98 - value * 100 % 97 == int(found[7:]) else None


def doi(text: str) -> str | None:
    """A DOI in lower case without an address or `doi:` before it; None where it cannot be one (ISO 26324)."""
    found = re.sub(r"^(https?://(dx\.)?doi\.org/|doi:\s*)", "", text.strip(), flags=re.IGNORECASE).lower()
    return found if re.fullmatch(r"10\.\d{4,9}(\.\d+)*/\S+", found) else None
