"""ORCID public records, version 3.0, as JSON or XML: https://info.orcid.org/documentation/integration-guide/orcid-record/."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

from squaremile.cli.imports.network import words
from squaremile.cli.imports.network.markup import each, parsed, text
from squaremile.cli.imports.network.objects import at, listed, objects, said
from squaremile.cli.imports.network.records import Body, Reading, Someone, Work

KINDS = {
    "journal-article": "article", "review": "review", "preprint": "preprint", "conference-paper": "proceedings",
    "book": "book", "book-chapter": "book", "edited-book": "book", "dissertation-thesis": "thesis",
    "dissertation": "thesis", "patent": "patent",
}  # fmt: skip


def read(data: bytes, reading: Reading) -> None:
    """A record, a list of records, or one a line. XML: `record`, or several inside `records`."""
    if data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<"):
        root = parsed(data, root=("record", "records"))
        found = [root] if root.tag == "record" else root.findall("record")
        people = [_from_xml(reading, n, one) for n, one in enumerate(found, 1)]
    else:
        people = [_from_json(reading, n, one) for n, one in enumerate(objects(data), 1)]
    seen: dict[str, int] = {}
    for person, works in people:
        first = seen.setdefault(person.orcid, person.row) if person.orcid else person.row
        if first != person.row:
            reading.say(person.row, "orcid", person.orcid, words.ORCID_TWICE.fill({"row": first}), words.ORCID_TWICE_DO)
        reading.people.append(person)
        reading.works += works


def _finished(reading: Reading, row: int, given: str, person: Someone) -> Someone:
    """With its iD and its name, or what is wrong with them said."""
    if not given:
        reading.say(row, "orcid-identifier", "", words.NOT_A_RECORD, words.NOT_A_RECORD_DO)
    person.orcid = reading.orcid(row, given)
    if given and not (person.name_ko or person.name_en):
        reading.say(row, "name", given, words.NO_NAME, words.NO_NAME_DO)
    return person


def _named(person: Someone, given: str, family: str, credit: str, others: Iterator[str]) -> Someone:
    """Korean names are written family first, without a space."""
    person.named(f"{given} {family}".strip())
    if person.name_ko:
        person.name_ko = f"{family}{given}".replace(" ", "")
    more = []
    for name in (credit, *others):
        if name and name not in (person.name_ko, person.name_en):
            before = (person.name_ko, person.name_en)
            if (person.named(name).name_ko, person.name_en) == before:
                more.append(name)
    person.also = "; ".join(dict.fromkeys(more))[:300]
    return person


def _from_json(reading: Reading, row: int, record: Any) -> tuple[Someone, list[Work]]:
    about = at(record, "person")
    person = Someone(row, website=said(next(iter(listed(about, "researcher-urls", "researcher-url")), None), "url", "value"))
    others = (said(other, "content") for other in listed(about, "other-names", "other-name"))
    _named(person, said(about, "name", "given-names", "value"), said(about, "name", "family-name", "value"),
           said(about, "name", "credit-name", "value"), others)
    _told(person, said(about, "biography", "content"))
    groups = listed(record, "activities-summary", "employments", "affiliation-group")
    posts = [at(one, "employment-summary") for group in groups for one in listed(group, "summaries")]
    now = next((post for post in posts if post and not at(post, "end-date")), None)
    if now is not None:
        place, body = at(now, "organization", "disambiguated-organization"), Body(row)
        body.named(said(now, "organization", "name"))
        _housed(reading, person, body, said(now, "role-title"), said(now, "organization", "address", "city"),
                said(now, "organization", "address", "country"), said(place, "disambiguation-source"),
                said(place, "disambiguated-organization-identifier"))
    given = said(record, "orcid-identifier", "path") or said(record, "orcid-identifier", "uri")
    _finished(reading, row, given, person)
    works = []
    for group in listed(record, "activities-summary", "works", "group"):
        summary = next(iter(listed(group, "work-summary")), None)
        ids = [(said(e, "external-id-type"), said(e, "external-id-value")) for e in listed(summary, "external-ids", "external-id")]
        year, title = said(summary, "publication-date", "year", "value"), said(summary, "title", "title", "value")
        works += _work(reading, person, title, said(summary, "type"), year, said(summary, "journal-title", "value"), ids)
    return person, works


def _from_xml(reading: Reading, row: int, record: Element) -> tuple[Someone, list[Work]]:
    about = record.find("person")
    person = Someone(row, website=text(about, "researcher-urls/researcher-url/url"))
    others = (text(other, "content") for other in each(about, "other-names/other-name"))
    _named(person, text(about, "name/given-names"), text(about, "name/family-name"), text(about, "name/credit-name"), others)
    _told(person, text(about, "biography/content"))
    posts = list(each(record, "activities-summary/employments/affiliation-group/employment-summary"))
    now = next((post for post in posts if post.find("end-date") is None), None)
    if now is not None:
        place, body = now.find("organization/disambiguated-organization"), Body(row)
        body.named(text(now, "organization/name"))
        _housed(reading, person, body, text(now, "role-title"), text(now, "organization/address/city"),
                text(now, "organization/address/country"), text(place, "disambiguation-source"),
                text(place, "disambiguated-organization-identifier"))
    _finished(reading, row, text(record, "orcid-identifier/path") or text(record, "orcid-identifier/uri"), person)
    works = []
    for group in each(record, "activities-summary/works/group"):
        summary = group.find("work-summary")
        ids = [(text(e, "external-id-type"), text(e, "external-id-value")) for e in each(summary, "external-ids/external-id")]
        works += _work(reading, person, text(summary, "title/title"), text(summary, "type"),
                       text(summary, "publication-date/year"), text(summary, "journal-title"), ids)
    return person, works


def _told(person: Someone, biography: str) -> None:
    if Work(0).titled(biography).title_ko:
        person.bio_ko = biography
    else:
        person.bio_en = biography


def _housed(
    reading: Reading, person: Someone, body: Body, role: str, city: str, country: str, source: str, number: str
) -> None:
    body.country, body.city_en = country[:2].upper(), city
    body.ror = reading.ror(person.row, number) if source.upper() == "ROR" else ""
    person.home = body
    if Work(0).titled(role).title_ko:
        person.role_ko = role[:120]
    else:
        person.role_en = role[:120]


def _work(
    reading: Reading, person: Someone, title: str, kind: str, year: str, venue: str, ids: list[tuple[str, str]]
) -> list[Work]:
    """A work without a title is passed over: ORCID lets people keep such; whose profile it is stands among its authors."""
    if not title:
        return []
    numbers = {name.lower(): value for name, value in reversed(ids)}
    work = Work(
        person.row, kind=KINDS.get(kind.lower().replace("_", "-"), "other"), year=reading.year(person.row, year),
        venue=venue[:300], doi=reading.doi(person.row, numbers.get("doi", "")), pmid=numbers.get("pmid", "")[:12],
        authors=[Someone(person.row, orcid=person.orcid, name_ko=person.name_ko, name_en=person.name_en)], partial=True,
    )  # fmt: skip
    return [work.titled(title)]
