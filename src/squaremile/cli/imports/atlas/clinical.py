"""Trials and approvals: ClinicalTrials.gov v2 (https://clinicaltrials.gov/data-api) and openFDA (https://open.fda.gov)."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal, InvalidOperation
from typing import Any

from squaremile.atlas.policies import identifiers
from squaremile.atlas.policies.records import Doing, Entrant
from squaremile.cli.imports.atlas import tables, words
from squaremile.cli.imports.atlas.reading import Bonds, Happening, Options, Reading, folded_key
from squaremile.cli.imports.network.objects import listed, objects, said

CLASSES = {"INDUSTRY": "company", "NIH": "public", "FED": "public", "OTHER_GOV": "public", "NETWORK": "association"}
FORMS = {"NDA": "New drug application", "BLA": "Biologics licence application", "ANDA": "Generic drug application"}
FORMS_KO = {"NDA": "신약 허가", "BLA": "생물의약품 허가", "ANDA": "제네릭 허가"}


def trials(data: bytes, reading: Reading, options: Options) -> None:
    """Sponsors and collaborators become ties; trials are counted in each region that has a location of theirs."""
    bonds, seen = Bonds(), set()
    for row, record in enumerate(objects(tables.opened(data), inside=("studies", "results")), 1):
        number = said(record, "protocolSection", "identificationModule", "nctId")
        lead = said(record, "protocolSection", "sponsorCollaboratorsModule", "leadSponsor", "name")
        if not number.startswith("NCT") or not lead:
            reading.say(row, "nctId", number, words.NOT_A_RECORD, words.NOT_A_RECORD_DO)
            continue
        if number in seen:
            continue
        seen.add(number)
        period = str(identifiers.year(said(record, "protocolSection", "statusModule", "startDateStruct", "date")) or "")
        together = [
            record["protocolSection"]["sponsorCollaboratorsModule"]["leadSponsor"],
            *listed(record, "protocolSection", "sponsorCollaboratorsModule", "collaborators"),
        ]
        keys = [_sponsor(row, one, reading) for one in together if said(one, "name")]
        for other in keys[1:]:
            bonds.add(keys[0], other, "trial", period, number)
        if period and (points := _points(record)):
            reading.happenings.append(Happening(row, period, points, (("trials", Decimal(1)),)))
    reading.bonds += bonds.made()


def _sponsor(row: int, one: Any, reading: Reading) -> str:
    name = said(one, "name")
    key = folded_key(name)
    if key not in reading.keys:
        reading.take(Entrant(row, key, CLASSES.get(said(one, "class").upper(), "other"), name_en=name[:300]))
    return key


def _points(record: Any) -> tuple[tuple[Decimal, Decimal], ...]:
    found = []
    for place in listed(record, "protocolSection", "contactsLocationsModule", "locations"):
        try:
            found.append((Decimal(said(place, "geoPoint", "lat")), Decimal(said(place, "geoPoint", "lon"))))
        except InvalidOperation:
            continue
    return tuple(dict.fromkeys(found))


def openfda(data: bytes, reading: Reading, options: Options) -> None:
    """Sponsors of approved applications (drug/drugsfda), with how many of each kind they hold."""
    held: dict[str, Counter[str]] = {}
    named: dict[str, tuple[int, str]] = {}
    seen = set()
    for row, record in enumerate(objects(tables.opened(data)), 1):
        number, sponsor = said(record, "application_number"), said(record, "sponsor_name")
        form = next((form for form in ("ANDA", "NDA", "BLA") if number.startswith(form)), "")
        if not number or not sponsor:
            reading.say(row, "application_number", number or sponsor, words.NOT_A_RECORD, words.NOT_A_RECORD_DO)
            continue
        approved = any(said(s, "submission_status") == "AP" for s in listed(record, "submissions"))
        if not form or not approved or number in seen:
            continue
        seen.add(number)
        key = folded_key(sponsor)
        named.setdefault(key, (row, sponsor))
        held.setdefault(key, Counter())[form] += 1
    for key, (row, sponsor) in named.items():
        reading.take(Entrant(
            row, key, "company", name_en=sponsor.title()[:300],
            activities=tuple(
                Doing("fda", form, FORMS_KO[form], FORMS[form], Decimal(count)) for form, count in sorted(held[key].items())
            ),
        ))  # fmt: skip
