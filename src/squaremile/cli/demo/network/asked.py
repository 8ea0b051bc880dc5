"""The shape of a need of the demonstration."""

from dataclasses import dataclass

from squaremile.kernel.words import Text


@dataclass(frozen=True, slots=True)
class Asked:
    """A need, how many days ago it came, how far it has gone, and what was judged: (person, verdict, reason)."""

    company: str
    mode: str
    title: Text
    says: Text
    confidential: Text
    days: int
    way: tuple[str, ...] = ()
    listed: bool = False
    outcome: str = ""
    why: str = ""
    judged: tuple[tuple[str, str, str], ...] = ()
    candidates: tuple[tuple[str, str, str, str], ...] = ()
    """The long list: person, why in Korean and in English, what was answered softly (empty: nobody asked, ? no answer yet)."""
    subjects: tuple[Text, ...] = ()
