"""What can be read of the directory: people, organisations, labs, technologies, projects, publications."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Query
from pydantic import Field

from squaremile.api import pages
from squaremile.api.answers import Coded, Page, Sentence, answered
from squaremile.api.v1.door import router
from squaremile.core.asked.types import text
from squaremile.kernel.errors import Forbidden
from squaremile.kernel.operation import NOT_ALLOWED
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text
from squaremile.network import rules
from squaremile.network.reads.lists import Line, Wanted, part

Words: Any = text(100)
ASKED: Any = Query("", description="Words that a name, a code or a text holds")
PATHS = {
    "people": ("people", "People · 사람"), "organisations": ("partners", "Organisations · 기관"), "labs": ("labs", "Labs · 연구실"),
    "technologies": ("technologies", "Technologies · 기술"), "projects": ("projects", "Research projects · 연구과제"),
    "publications": ("publications", "Publications · 논문"),
}  # fmt: skip
"""Kind of entry → its address and its name in the manual."""


class EntryLine(Coded):
    """An entry of the directory. `count` is of publications, people or authors; of a technology its readiness level."""

    code: str = Field(examples=["PE-7K3M9QXA"])
    name: Sentence
    sort: Sentence
    at: Sentence
    country: str
    count: int
    year: int | None
    concepts: list[Sentence]
    hidden: bool


def _sentence(said: Text) -> Sentence:
    return Sentence(ko=said.ko, en=said.en)


def _line(row: Line) -> EntryLine:
    return EntryLine(
        code=row.code, name=_sentence(row.name), sort=_sentence(row.sort_of), at=_sentence(row.at), country=row.country,
        count=row.count or 0, year=row.year, concepts=[_sentence(each) for each in row.concepts], hidden=row.hidden,
    )


def _view(kind: str) -> Callable[..., HttpResponse]:
    def view(request: HttpRequest, limit: pages.Limit, cursor: pages.Cursor, q: Words = ASKED) -> HttpResponse:
        if not rules.look(require()):
            raise Forbidden(NOT_ALLOWED)
        after = pages.given(cursor, str)
        found = part(Wanted(kind=kind, text=q), after[0] if after else "", limit + 1)
        return answered(pages.page(found, limit, _line, lambda row: pages.kept(row.code)).model_dump_json())

    view.__name__ = f"list_{kind}"
    view.__doc__ = "By code, a part at a time; what the asker may see, and nothing else."
    return view


for _kind, (_path, _name) in PATHS.items():
    router.get(
        f"/network/{_path}", response=Page[EntryLine], summary=_name, tags=["network"], operation_id=f"network_list_{_kind}"
    )(_view(_kind))
