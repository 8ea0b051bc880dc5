"""Addresses of calls, and of applications at both entrances."""

from django.urls import URLPattern, path
from django.views.decorators.http import require_POST, require_safe

from squaremile.web.pages.residency.applying import acts, calls, pitching, writing
from squaremile.web.pages.residency.applying.ways import DOOR, OWN, View, Ways


def _at(ways: Ways) -> list[URLPattern]:
    """The pages of applications at one entrance, each behind its guard."""

    def to(address: str, view: View, name: str, *, acts: bool = False) -> URLPattern:
        methods = require_POST if acts else require_safe
        return path(address, methods(ways.guard(view)), {"ways": ways}, name=name)

    return [
        to(ways.begin, writing.mine, ways.mine),
        to(f"{ways.begin}<str:code>/{'write/' if ways.own else ''}", writing.write, ways.write),
        to(f"{ways.begin}<str:code>/read/", writing.read, ways.read),
        to(f"{ways.begin}<str:code>/answers/<str:question>/", writing.answer, ways.answer, acts=True),
        to(f"{ways.begin}<str:code>/answers/<str:question>/files/", acts.add_file, ways.file_add, acts=True),
        to(f"{ways.begin}<str:code>/hand-in/", acts.hand_in, ways.hand_in, acts=True),
        to(f"{ways.begin}<str:code>/withdraw/", acts.withdraw, ways.withdraw, acts=True),
        to(f"{ways.begin}<str:code>/editors/", acts.editors, ways.editors, acts=True),
        to(f"{ways.begin}<str:code>/pitch-times/", pitching.say, ways.pitch_times, acts=True),
        to(f"{ways.files}<str:code>/", acts.file, ways.file),
        to(f"{ways.files}<str:code>/remove/", acts.remove_file, ways.file_remove, acts=True),
    ]


urlpatterns = [
    path("public/calls/", calls.page, name="public_calls"),
    path("public/calls/<str:code>/", calls.one, name="public_call"),
    path("residency/apply/", require_POST(OWN.guard(writing.begin)), {"ways": OWN}, name="own_begin"),
    *_at(DOOR),
    *_at(OWN),
]
