"""Rule packs: a laboratory unit under NFPA 45, an edition that comes into force in three weeks, and one that waits for a decision.
Both editions are invented examples: they change one figure each, and say so in their name."""

from collections.abc import Iterable
from datetime import timedelta

from squaremile.cli.demo.residency.stage import Stage
from squaremile.kernel import clock
from squaremile.kernel.scope import scope
from squaremile.kernel.words import Text
from squaremile.safety import operations as safety
from squaremile.safety.policies.packs import shipped
from squaremile.safety.reads import areas

LABEL = Text(ko="규칙 묶음", en="Rule packs")
UNIT = "CA-4W"


def total(stage: Stage) -> int:
    return 2


def make(stage: Stage) -> Iterable[int]:
    """After everything else of safety: what comes in before is counted by the editions of its day."""
    with clock.as_of(stage.at(-1)), scope(stage.staffed("safety_officer")):
        area = areas.area(UNIT)
        safety.edit_area(
            area=UNIT, storey=area.storey, name_ko=area.name.ko, name_en=area.name.en, sprinklered=area.sprinklered, lab_unit="B"
        )
        safety.put_pack_in_force(area=UNIT, pack="nfpa-45", since=areas.today())
        yield 1
        stricter = _example("us-ibc", "percent = 12.5", "percent = 10", "Example: local amendment, storeys 4 to 6 at 10 %")
        coming = safety.offer_pack_edition(pack="us-ibc", text=stricter)
        safety.take_pack_edition(pack="us-ibc", edition=coming.code, since=areas.today() + timedelta(days=21))
        halved = _example("kr-fire", "quantity = 400\n", "quantity = 200\n", "예시: 지정수량을 낮춘 판 / Example: lower designated quantities")
        safety.offer_pack_edition(pack="kr-fire", text=halved)
    yield 2


def _example(pack: str, was: str, now: str, name: str) -> str:
    found = shipped()[pack][-1]
    return found.text.replace(was, now).replace(f'edition = "{found.pack.edition}"', f'edition = "{name}"')
