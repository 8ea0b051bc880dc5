"""What may be printed: no figure that shows fewer than three companies' business, alone or taken from another."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from squaremile.residency.policies.indicators import Definition
from squaremile.residency.policies.measuring import Figure

Place = tuple[str, str, str]
"""Indicator, part, currency: where a figure stands."""


def place(figure: Figure) -> Place:
    return figure.code, figure.part, figure.currency


def disclosed(
    figures: Iterable[Figure], definitions: Mapping[str, Definition], *, printed: Mapping[Place, frozenset[str]] | None = None,
    companies_of: Mapping[str, str] | None = None,
) -> list[Figure]:
    """The same figures, with those hidden that would show too little behind them.

    Hidden are: values that rest on fewer companies than their definition asks; cells of a table until those hidden in it
    rest on enough companies together (else the total gives them away); parts of a greater figure where the rest of that
    rests on too few; and figures that differ from what was `printed` before by entries of too few companies.
    `printed` holds the entries behind the last value shown in each place, `companies_of` the company of each entry.
    """
    before, whose = printed or {}, companies_of or {}
    told = [_alone(figure, definitions[figure.code].fewest) for figure in figures]
    told = [_rest(figure, told, definitions[figure.code], whose) for figure in told]
    told = _tables(told, definitions)
    return [_changed(figure, before, whose, definitions[figure.code].fewest) for figure in told]


def _alone(figure: Figure, fewest: int) -> Figure:
    return figure.hidden("few") if fewest and len(figure.companies) < fewest else figure


def _rest(figure: Figure, told: list[Figure], asked: Definition, whose: Mapping[str, str]) -> Figure:
    at = asked.within, figure.part, figure.currency
    whole = next((each for each in told if place(each) == at), None)
    if figure.value is None or whole is None or whole.value is None:
        return figure
    return figure.hidden("difference") if _gives_away(whole.entries ^ figure.entries, whose, asked.fewest) else figure


def _gives_away(entries: frozenset[str], whose: Mapping[str, str], fewest: int) -> bool:
    return 0 < len({whose.get(entry, entry) for entry in entries}) < fewest


def _tables(told: list[Figure], definitions: Mapping[str, Definition]) -> list[Figure]:
    tables: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, figure in enumerate(told):
        if figure.part and figure.currency:
            tables[figure.code, figure.currency].append(index)
    for (code, _currency), cells in tables.items():
        fewest = definitions[code].fewest
        while True:
            hidden = [i for i in cells if told[i].value is None]
            shown = sorted((i for i in cells if told[i].value is not None), key=lambda i: (len(told[i].companies), i))
            behind = frozenset().union(*(told[i].companies for i in hidden)) if hidden else frozenset()
            if not hidden or not shown or len(behind) >= fewest:
                break
            told[shown[0]] = told[shown[0]].hidden("difference")
    return told


def _changed(figure: Figure, before: Mapping[Place, frozenset[str]], whose: Mapping[str, str], fewest: int) -> Figure:
    if figure.value is None or not fewest or place(figure) not in before:
        return figure
    return figure.hidden("difference") if _gives_away(before[place(figure)] ^ figure.entries, whose, fewest) else figure
