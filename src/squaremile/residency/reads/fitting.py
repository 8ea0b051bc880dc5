"""What stands against a company sitting where somebody would put it by hand, in words with the arithmetic: for staff alone."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from squaremile.kernel.words import Text, both
from squaremile.residency.models import Company, SpaceNeed
from squaremile.residency.policies.fitting import Beside, Misfit, TooLow, misfits
from squaremile.residency.policies.space import Need
from squaremile.residency.policies.space_terms import HAZARDS
from squaremile.residency.reads.allocation import ground
from squaremile.residency.reads.declared_needs import declared_biosafety
from squaremile.residency.words import fitting as words
from squaremile.spaces.reads import places


def unfit(company: str, takes: Sequence[str], day: date, leaves: Collection[str] = ()) -> list[Text]:
    """Of places (by code) from a day on, which is today or later. Held as the allocation of that day would have it."""
    found: list[Misfit] = []
    for site, codes in sorted(places.by_site(takes).items()):
        problem = ground(site, day, [(company, code) for code in codes], newcomer=company, whole=codes).problem
        problem = replace(problem, needs=[_declared(need) if need.name == company else need for need in problem.needs])
        if any(need.name == company for need in problem.needs):
            found += misfits(problem, company, codes, leaves)
    others = {each.other for each in found if isinstance(each, Beside)}
    rows = Company.objects.filter(code__in=others).select_related("organisation")
    names = {row.code: both(row.organisation.name_ko, row.organisation.name_en) for row in rows}
    return [_said(each, names) for each in found]


def _declared(need: Need) -> Need:
    """Who has stated no need works at the level that it declared last."""
    whose = Company.objects.get(code=need.name)
    if SpaceNeed.objects.filter(company=whose).exists():
        return need
    return replace(need, bsl=declared_biosafety(whose.id) or need.bsl)


def together(found: Sequence[Text]) -> Text:
    return both(*(" · ".join(getattr(each, tongue) for each in found) for tongue in ("ko", "en")))


def _said(found: Misfit, names: dict[str, Text]) -> Text:
    if isinstance(found, TooLow):
        return words.TOO_LOW.fill({"place": found.place, "level": found.level, "works": found.works})
    if isinstance(found, Beside):
        return words.BESIDE.fill({"room": found.room, "other": names[found.other]})
    values = {
        "area": found.area, "hazard": HAZARDS[found.hazard], "others": found.others, "own": found.own,
        "sum": found.others + found.own, "most": found.most or 0,
    }
    return (words.UNSAID if found.most is None else words.TOO_MUCH).fill(values)
