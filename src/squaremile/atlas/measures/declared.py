"""What an indicator is, said once: the manual, the pages and the reports read it here."""

from dataclasses import dataclass

from squaremile.kernel.words import Text


@dataclass(frozen=True, slots=True)
class Indicator:
    """One figure of the atlas.

    `formula` is plain text with the symbols explained in it; `source` the paper or statistical office that defines it;
    `tolerance` how near an independent computation must come; `disclosure` when the figure may not be shown.
    """

    code: str
    name: Text
    definition: Text
    formula: str
    unit: Text
    source: str
    tolerance: str
    disclosure: Text


indicators: dict[str, Indicator] = {}


def declare(indicator: Indicator) -> Indicator:
    """Enter it in the register. Raises ValueError where the code is taken."""
    if indicator.code in indicators:
        raise ValueError(f"indicator {indicator.code} is declared twice")
    indicators[indicator.code] = indicator
    return indicator


COUNTS_OF_FIVE = Text(
    ko="다섯 곳(명)보다 적은 수에서 나온 값은 구간과 함께만 보이고, 공개 보고서에서는 가립니다.",
    en="Where it rests on fewer than five units it is shown only with its interval, and withheld from public reports.",
)
NOTHING_WITHHELD = Text(ko="가리지 않습니다.", en="Nothing is withheld.")
