"""Numbers that registers give: OpenAlex, LEI, and which year, period or amount is sound."""

import re
from datetime import date

PERIOD = re.compile(r"[0-9]{4}(-(Q[1-4]|(0[1-9]|1[0-2])))?")


def openalex(text: str) -> str | None:
    """An OpenAlex institution's number (I63966007), from an address or bare; None where it cannot be one."""
    found = text.strip().rstrip("/").rpartition("/")[2].upper()
    return found if re.fullmatch(r"I\d{1,15}", found) else None


def lei(text: str) -> str | None:
    """A Legal Entity Identifier in capitals; None where it cannot be one.

    Twenty characters, the last two a check: ISO 17442, by ISO/IEC 7064 MOD 97-10 (letters are 10 to 35).
    """
    found = re.sub(r"\s", "", text).upper()
    if not re.fullmatch(r"[0-9A-Z]{18}\d{2}", found):
        return None
    return found if int("".join(str(int(letter, 36)) for letter in found)) % 97 == 1 else None


def year(text: str) -> int | None:
    """The four digits of a year in a date or number ("1998.0", "01/01/2021 12:00:00 AM"); None for none between 800 and 2200."""
    for digits in re.findall(r"(?<!\d)(\d{4})(?!\d)", text):
        if 800 <= int(digits) <= 2200:
            return int(digits)
    return None


def day(text: str) -> date | None:
    """A day as ISO 8601 writes it, or as far as it is written (2021, 2021-05: its first day); None for neither."""
    found = re.match(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", text.strip())
    if found is None:
        return None
    try:
        return date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    except ValueError:
        return None
