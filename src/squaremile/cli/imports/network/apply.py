"""Filling the directory from what was read: what is empty is filled, what somebody wrote is never written over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from squaremile.cli.imports.applying import about
from squaremile.cli.imports.network import words
from squaremile.cli.imports.network.apply_works import Works
from squaremile.cli.imports.network.records import Body, Reading, Someone
from squaremile.cli.imports.progress import Track
from squaremile.network import operations as network
from squaremile.network.policies import written_names
from squaremile.network.reads import identified
from squaremile.network.reads.identified import KnownEntry

CUTS = {"name_ko": 120, "name_en": 120, "also": 300, "role_ko": 120, "role_en": 120, "website": 300, "city_en": 80, "city_ko": 80}


class Filling:
    """One run: organisations first, then people, then works."""

    def __init__(self, reading: Reading, source: str, track: Track) -> None:
        self.reading, self.report, self.source, self.track = reading, reading.report, source, track
        self.partner_of_ror, self.partner_of_name = identified.partners()
        self.person_of_orcid, self.people_of_name = identified.people()
        self._counted: set[tuple[str, str]] = set()

    def run(self) -> None:
        for body in self.track(words.LABELS["partners"], self.reading.bodies):
            with about(f"record:{body.row}"):
                self.partner(body, planned=True)
        for one in self.track(words.LABELS["experts"], self.reading.people):
            with about(f"record:{one.row}"):
                self.person(one, planned=True)
        works = Works(self, self.reading.works)
        for work in self.track(words.LABELS["publications"], self.reading.works):
            with about(f"record:{work.row}"):
                works.take(work)

    def partner(self, body: Body, *, planned: bool = False) -> str:
        """The code of the organisation, found by ROR id or by its very name, else made."""
        known = self._partner(body)
        said = _written(body, identified.PARTNER_FIELDS)
        for place in ("latitude", "longitude"):
            said[place] = _degrees(body.latitude, body.longitude)[place]
        if known is None:
            made = network.add_partner(kind=body.kind, source=self.source, **_given(said))
            known = KnownEntry(made.code, said)
            self._count("partners", made.code, "made", planned=planned)
        else:
            changes = _empty_filled(known, said)
            if "latitude" in changes or "longitude" in changes:
                changes |= {place: said[place] for place in ("latitude", "longitude")}
            if changes:
                network.edit_partner(partner=known.code, **changes)
                known = KnownEntry(known.code, known.said | changes)
            self._count("partners", known.code, "filled" if changes else "same", planned=planned)
        if body.ror:
            self.partner_of_ror[body.ror] = known
        for name in filter(None, (body.name_ko, body.name_en)):
            self.partner_of_name[written_names.folded(name)] = [known]
        return known.code

    def _partner(self, body: Body) -> KnownEntry | None:
        if body.ror and body.ror in self.partner_of_ror:
            return self.partner_of_ror[body.ror]
        for name in filter(None, (body.name_ko, body.name_en)):
            named = self.partner_of_name.get(written_names.folded(name), [])
            fits = [
                each for each in named
                if each.said.get("country") in ("", body.country) or not body.country
                if not (body.ror and each.said.get("ror"))
            ]  # fmt: skip
            if len(fits) == 1:
                return fits[0]
        return None

    def person(self, one: Someone, *, planned: bool = False) -> str:
        """The code of the person, found by her ORCID iD, else made."""
        known = self.person_of_orcid.get(one.orcid) if one.orcid else None
        said = _written(one, identified.PERSON_FIELDS)
        if known is None:
            home = self.partner(one.home) if one.home and (one.home.name_ko or one.home.name_en) else ""
            made = network.add_person(kind=one.kind, partner=home, email=one.email, source=self.source, **_given(said))
            known = KnownEntry(made.code, said, home)
            for name in {written_names.bag(each) for each in (one.name_ko, one.name_en) if each}:
                self.people_of_name.setdefault(name, []).append(made.code)
            self._count("experts", made.code, "made", planned=planned)
        elif known.kept:
            self.report.find("kept_by_herself", one.orcid, words.HERS.fill({"code": known.code}))
            self._count("experts", known.code, "same", planned=planned)
        else:
            changes = _empty_filled(known, said)
            if not known.home and one.home and (one.home.name_ko or one.home.name_en):
                changes["partner"] = self.partner(one.home)
            if changes:
                network.edit_person(expert=known.code, **changes)
                home = changes.pop("partner", known.home)
                known = KnownEntry(known.code, known.said | changes, home)
                self._count("experts", known.code, "filled", planned=planned)
            else:
                self._count("experts", known.code, "same", planned=planned)
        if one.orcid:
            self.person_of_orcid[one.orcid] = known
        return known.code

    def author(self, one: Someone) -> str:
        """Who an author is: by ORCID iD (made where she is not here), else the one person of that very name."""
        if one.orcid:
            return self.person(one)
        for name in filter(None, (one.name_ko, one.name_en)):
            codes = self.people_of_name.get(written_names.bag(name), [])
            if len(codes) == 1 and (len(name.split()) > 1 or name == one.name_ko):
                said = words.LINKED_BY_NAME.fill({"name": name, "code": codes[0]})
                self.report.find("linked_by_name", codes[0], said)
                return codes[0]
        return ""

    def _count(self, kind: str, code: str, what: str, *, planned: bool) -> None:
        """Each once: those that only stand beside a record are counted when they are first met."""
        if not planned:
            if (kind, code) in self._counted:
                return
            self.report.saw(kind)
            self.report.plan(kind)
        self._counted.add((kind, code))
        {"made": self.report.made, "filled": self.report.filled, "same": self.report.same}[what](kind)


def _written(one: Any, names: Iterable[str]) -> dict[str, Any]:
    said = {name: getattr(one, name, "") for name in names}
    return {name: value[: CUTS[name]] if name in CUTS and isinstance(value, str) else value for name, value in said.items()}


def _given(said: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in said.items() if value not in ("", None)}


def _empty_filled(known: KnownEntry, said: Mapping[str, Any]) -> dict[str, Any]:
    """What the file says where nothing is written yet."""
    return {name: value for name, value in _given(said).items() if known.said.get(name) in ("", None)}


def _degrees(latitude: str, longitude: str) -> dict[str, Decimal | None]:
    """Both or neither: half a place is none. Five decimals are a metre."""
    try:
        north, east = (Decimal(each).quantize(Decimal("0.00001")) for each in (latitude, longitude))
    except InvalidOperation:
        return {"latitude": None, "longitude": None}
    sound = abs(north) <= 90 and abs(east) <= 180
    return {"latitude": north if sound else None, "longitude": east if sound else None}
