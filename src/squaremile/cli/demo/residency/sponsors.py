"""Sponsors with two golden tickets a year each, and events held."""

from collections.abc import Iterable

from squaremile.cli.demo.residency.stage import Stage
from squaremile.kernel import clock
from squaremile.kernel.scope import scope
from squaremile.kernel.words import Text
from squaremile.residency import operations as residency

LABEL = Text(ko="후원 기관", en="sponsors")
SPONSORS = (
    ("partner@hanmaru.example", "한마루제약", "Hanmaru Pharma", "한마루 세미나실", "Hanmaru seminar room", "초기 항암 후보 발표회"),
    ("partner@eunsol.example", "은솔바이오투자", "Eunsol Bio Ventures", "은솔 라운지", "Eunsol lounge", "투자자와 만나는 아침"),
)  # fmt: skip


def total(stage: Stage) -> int:
    return len(SPONSORS)


def make(stage: Stage) -> Iterable[int]:
    """Their contracts began some months ago; the wait-list uses a ticket of the first."""
    for count, (email, name_ko, name_en, space_ko, space_en, event) in enumerate(SPONSORS, 1):
        with clock.as_of(stage.at(-200 - 30 * count)), scope(stage.staffed("programme")):
            made = residency.add_sponsor(email=email, name_ko=name_ko, name_en=name_en).code
            residency.sign_sponsor(
                sponsor=made, start=stage.at(-199 - 30 * count, 0), end=stage.at(530 - 30 * count, 0), tickets_a_year=2,
                events_a_year=4, named_spaces_ko=space_ko, named_spaces_en=space_en,
            )
        with clock.as_of(stage.at(-70)), scope(stage.staffed("programme")):
            residency.use_entitlement(sponsor=made, kind="event", says=event)
        yield count
