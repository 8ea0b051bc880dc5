"""Publications brought in: found again by identifier or title, filled where they are empty, authors told who they are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from squaremile.cli.imports.network.records import Someone, Work
from squaremile.network import operations as network
from squaremile.network.operations import Author
from squaremile.network.policies import written_names
from squaremile.network.reads import identified
from squaremile.network.reads.identified import KnownPublication

if TYPE_CHECKING:
    from squaremile.cli.imports.network.apply import Filling

NUMBERS = ("doi", "pmid", "openalex")


class Works:
    """The publications of one run, and those of them that were here before."""

    def __init__(self, filling: Filling, works: list[Work]) -> None:
        self.filling, self.report = filling, filling.report
        self.known: dict[tuple[str, str], KnownPublication] = {}
        for one in identified.publications(
            dois=[w.doi for w in works], pmids=[w.pmid for w in works], openalexes=[w.openalex for w in works],
            titles=[t.lower() for w in works for t in (w.title_ko, w.title_en)],
        ):
            self._remember(one)

    def take(self, work: Work) -> None:
        """One work: made, filled, or as it was."""
        known = self._found(work)
        said = {name: getattr(work, name) for name in identified.PUBLICATION_FIELDS}
        if known is None:
            first = self._authors(work.authors)
            given = {name: value for name, value in said.items() if value not in ("", None)}
            made = network.add_publication(kind=work.kind, authors=first, source=self.filling.source, **given)
            self.report.made("publications")
            self._remember(KnownPublication(made.code, said, _positions(first)))
            return
        changes: dict[str, Any] = {n: v for n, v in said.items() if v not in ("", None) and known.said[n] in ("", None)}
        authors, links = self._told(known, work)
        if authors is not None:
            changes["authors"] = authors
        if changes:
            network.edit_publication(publication=known.code, **changes)
        for position, code in links.items():
            network.link_author(publication=known.code, position=position, expert=code)
        if changes or links:
            self.report.filled("publications")
        else:
            self.report.same("publications")
        new = changes.pop("authors", None)
        linked = tuple((n, name, links.get(n, code)) for n, name, code in known.authors)
        self._remember(KnownPublication(known.code, known.said | changes, _positions(new) if new else linked))

    def _remember(self, one: KnownPublication) -> None:
        for name in NUMBERS:
            if one.said[name]:
                self.known[name, one.said[name]] = one
        for name in ("title_ko", "title_en"):
            if one.said[name]:
                self.known["title", one.said[name].lower()] = one

    def _found(self, work: Work) -> KnownPublication | None:
        for name in NUMBERS:
            if (number := getattr(work, name)) and (one := self.known.get((name, number))):
                return one
        for title in filter(None, (work.title_ko, work.title_en)):
            one = self.known.get(("title", title.lower()))
            if one and not any(getattr(work, n) and one.said[n] and getattr(work, n) != one.said[n] for n in NUMBERS):
                return one if None in (work.year, one.said["year"]) or abs(work.year - one.said["year"]) <= 1 else None
        return None

    def _authors(self, people: Iterable[Someone]) -> list[Author]:
        """Nobody stands twice: of two authors taken for one person the first is."""
        found: list[Author] = []
        taken: set[str] = set()
        for one in people:
            code = self.filling.author(one)
            found.append(Author((one.name_en or one.name_ko)[:200], "" if code in taken else code))
            taken.add(code)
        return found

    def _told(self, known: KnownPublication, work: Work) -> tuple[list[Author] | None, dict[int, str]]:
        """The whole list where the file knows more authors than we do; else who stands at which position."""
        before = [Author(name, code) for _, name, code in known.authors]
        new = self._authors(work.authors)
        if work.partial:
            return self._one_told(known, new)
        if len(new) > len(before):
            held = {written_names.initialled(each.name) or each.name: each.expert for each in before if each.expert}
            taken = {each.expert for each in new if each.expert}
            for n, each in enumerate(new):
                code = held.get(written_names.initialled(each.name) or each.name, "")
                if not each.expert and code and code not in taken:
                    new[n] = Author(each.name, code)
            return new, {}
        here = {code for _, _, code in known.authors if code}
        links = {}
        for (position, name, code), each in zip(known.authors, new, strict=False):
            if not code and each.expert and each.expert not in here and _alike(name, each.name):
                links[position] = each.expert
                here.add(each.expert)
        return None, links

    def _one_told(self, known: KnownPublication, new: list[Author]) -> tuple[list[Author] | None, dict[int, str]]:
        """A profile's owner among authors that are known already, or beside others of whom only profiles told."""
        one = new[0]
        if any(code == one.expert for _, _, code in known.authors):
            return None, {}
        for position, name, code in known.authors:
            if not code and _alike(name, one.name):
                return None, {position: one.expert}
        if all(code for _, _, code in known.authors):
            return [*(Author(name, code) for _, name, code in known.authors), one], {}
        return None, {}


def _positions(authors: Iterable[Author]) -> tuple[tuple[int, str, str], ...]:
    return tuple((n, each.name, each.expert) for n, each in enumerate(authors, 1))


def _alike(one: str, other: str) -> bool:
    """The same name, or the same family name and initial."""
    return written_names.bag(one) == written_names.bag(other) or (
        bool(written_names.initialled(one)) and written_names.initialled(one) == written_names.initialled(other)
    )
