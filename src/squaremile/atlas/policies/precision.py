"""How finely a place is known, and what may be claimed from it. Registries that know a city pile its organisations on one
point: a density counted from them would be the registry's, not the city's.
"""

from collections import Counter
from collections.abc import Sequence

from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.kernel.words import Text

CLASSES = ("roof", "street", "postcode", "city", "unknown")
"""From the very door to nothing known."""
NAMES = {
    "roof": Text(ko="건물", en="building"), "street": Text(ko="도로명 주소", en="street address"),
    "postcode": Text(ko="우편번호", en="postcode"), "city": Text(ko="도시", en="city"), "unknown": Text(ko="모름", en="unknown"),
}  # fmt: skip
FINE = ("roof", "street", "postcode")
"""A density may be claimed from these."""
MOST_COARSE = 0.2
"""Above this share of coarser sites, what is left out could change the answer, and no density is claimed at all."""


def at_least(have: str, need: str) -> bool:
    """Whether a place known to `have` is known at least as finely as `need`. ValueError for an unknown class."""
    return CLASSES.index(have) <= CLASSES.index(need)


def density_from(classes: Sequence[str], where: str) -> list[int]:
    """The positions of the sites that a density of `where` may be counted from.

    Raises Unmeasurable where there is no site, an unknown class, or more than a fifth of the sites are known only to
    their city or not at all; the sentence gives the numbers.
    """
    if odd := sorted(set(classes) - set(CLASSES)):
        raise Unmeasurable(
            Text(ko=f"정밀도 {odd[0]}은(는) 없습니다.", en=f"There is no precision {odd[0]}."),
            Text(ko=f"쓸 수 있는 것: {', '.join(CLASSES)}", en=f"Known: {', '.join(CLASSES)}."),
        )
    if not classes:
        raise Unmeasurable(Text(ko=f"{where}: 사이트가 없습니다.", en=f"{where}: there are no sites."))
    held = Counter(classes)
    coarse = sum(held[name] for name in CLASSES if name not in FINE)
    if coarse > MOST_COARSE * len(classes):
        raise Unmeasurable(
            Text(
                ko=f"{where}: 사이트 {len(classes)}곳 가운데 {coarse}곳의 위치를 도시까지만 알거나 모릅니다. 밀도를 말할 수 없습니다.",
                en=f"{where}: {coarse} of {len(classes)} sites are known only to their city or not at all: no density can be claimed.",
            ),
            Text(
                ko="사이트의 주소(도로명 이상)를 모아 다시 들여오십시오. 조직 수와 구성비는 지금도 견줄 수 있습니다.",
                en="Bring in the street addresses of the sites. Counts and shares of organisations can be compared as they are.",
            ),
        )
    return [i for i, name in enumerate(classes) if name in FINE]
