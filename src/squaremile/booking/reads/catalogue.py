"""The list of instruments: what each is doing now, and whether the asker may use it. Two statements, however long."""

from dataclasses import dataclass
from uuid import UUID

from squaremile.booking import words
from squaremile.booking.policies.state_now import Now
from squaremile.booking.reads import instruments
from squaremile.booking.reads.instruments import Instrument
from squaremile.kernel.korean import search_key
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text, catalogue


@dataclass(frozen=True, slots=True)
class Row:
    """One instrument in the list. `why_not`: why the asker cannot use it at all; a time may be refused otherwise."""

    code: str
    name: Text
    kind: str
    kind_name: Text
    place: str
    place_name: Text
    now: Now
    now_says: Text
    troubled: bool
    why_not: Text | None
    photo: UUID | None

    @property
    def can_use(self) -> bool:
        return self.why_not is None


@dataclass(frozen=True, slots=True)
class Listed:
    """The rows that were asked for, and what there is to choose from (code and name)."""

    rows: tuple[Row, ...]
    total: int
    kinds: tuple[tuple[str, Text], ...]
    places: tuple[tuple[str, Text], ...]


def listed(
    *, text: str = "", kind: str = "", place: str = "", state: str = "", can_use: bool = False,
    site: UUID | None = None,
) -> Listed:
    """Instruments by kind, place (codes), state now (a key of words.NOW) and "I can use".

    "I can use" looks at state, faults and training; what other domains ask for is on the instrument's own page.
    """
    every = instruments.all_of(site)
    spans = instruments.taken([one.id for one in every], instruments.ahead())
    key = search_key(text)
    rows = [
        row(one, instruments.now_of(one, spans)) for one in every
        if (not kind or one.kind == kind) and (not place or one.place == place)
        and (not key or key in search_key(one.found_by))
    ]
    chosen = tuple(r for r in rows if (not state or r.now.state == state) and (not can_use or r.can_use))
    return Listed(
        chosen, len(every), tuple(sorted({one.kind: one.kind_name for one in every}.items())),
        tuple(sorted({one.place: one.place_name for one in every}.items())),
    )


def row(one: Instrument, now: Now) -> Row:
    return Row(
        code=one.code, name=one.name, kind=one.kind, kind_name=one.kind_name, place=one.place,
        place_name=one.place_name, now=now, now_says=words.NOW[now.state], troubled=one.troubled,
        why_not=why_not(one), photo=one.photo,
    )


def why_not(one: Instrument) -> Text | None:
    """The first thing that keeps the asker from it whatever the time. Staff look after it: training locks them not."""
    if one.service != "in_service":
        code = words.NOT_IN_SERVICE
    elif one.unusable:
        code = words.FAULT_OPEN
    elif not one.companions_work:
        return words.COMPANION_DOWN.fill({"instrument": one.name})
    elif not one.trained and not require().staff:
        code = words.NOT_QUALIFIED
    else:
        return None
    return catalogue[code].text.fill({"instrument": one.name})
