"""Names of people as they are written: order, initials and both scripts, folded so that spellings can be compared."""

import re
import unicodedata


def folded(name: str) -> str:
    """Without accents, signs and case: `José Núñez-Gil` is `jose nunez gil`. Korean stays as it is."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", " ".join(re.findall(r"\w+", plain.casefold())))


def in_order(name: str) -> str:
    """Given name first: `Kim, Hana` and `Hana Kim` are the same."""
    last, comma, first = name.partition(",")
    return folded(f"{first} {last}") if comma and first.strip() else folded(name)


def bag(name: str) -> str:
    """The words of a name in alphabetical order: for names whose order is not known (Kim Hana, Hana Kim)."""
    return " ".join(sorted(in_order(name).split()))


def initialled(name: str) -> str:
    """Family name and first initial, `kim h`: the least that a citation says. Empty for a single word."""
    words = in_order(name).split()
    return f"{words[-1]} {words[0][0]}" if len(words) > 1 else ""
