"""For the tests of the whole product: delegations and visit days."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from squaremile.kernel import clock
from squaremile.network import operations as network
from tests.world import MONDAY

DAY = date(2027, 3, 1)
"""The visit of the rival's week is today: its live day can run late."""


def at(hour, minute=0):
    return datetime(2027, 3, 1, hour, minute, tzinfo=ZoneInfo("Asia/Seoul"))


NOUNS = {
    "visits": ("delegation",), "delegations": ("delegation",), "delegation-members": ("visit member",),
    "visit-wishes": ("visit wish",), "visit-stops": ("visit stop",), "visit-promises": ("visit promise",),
    "visit-parties": ("visit party",), "parties": ("visit party",),
}  # fmt: skip
PLACES = {
    "visit_stop": ["visit stop"], "visit_wish": ["visit wish"], "visit_member": ["visit member"], "visit_promise": ["visit promise"],
    "visit_document": ["visit document"], "visit_party": ["visit party"],
}  # fmt: skip
HERS = {"delegation": "delegation", "visit_promise": "visit promise"}
LEFT_OUT = (
    "purpose_ko", "purpose_en", "region_ko", "region_en", "expert", "needs_ko", "needs_en", "address", "latitude", "longitude",
    "asks_ko", "asks_en", "offers_ko", "offers_en", "talking_ko", "talking_en", "avoid_ko", "avoid_en", "chair", "room",
    "minutes_en", "outline_ko", "outline_en", "implications_ko", "implications_en", "day_start", "day_end", "ends_on", "spent",
)  # fmt: skip
_STOP, _WISH, _MEMBER, _OURS = {"stop": "visit stop"}, {"wish": "visit wish"}, {"member": "visit member"}, {"delegation": "delegation"}
_NO_WISH = {"party": "", "title_ko": "면담", "start": at(15), "end": at(16), "place": "", "wish": "", "kind": "ceremony", "code": "NEW-1"}
OWN = {
    "network.add_delegation": {
        "direction": "inbound", "starts_on": DAY, "ends_on": DAY, "time_zone": "Asia/Seoul", "currency": "KRW", "name_ko": "방문", "partner": "",
        "code": "NEW-1",
    },
    "network.edit_delegation": {"partner": None, "starts_on": None, "ends_on": None, "time_zone": None},
    "network.add_member": {"name_ko": "새 구성원", "code": "NEW-1"}, "network.remove_member": {"member": "visit member 2"},
    "network.screen_member": _MEMBER | {"check": "sanctions", "result": "clear"},
    "network.set_budget_line": {"line": 1, "planned": 1000}, "network.decide_delegation": {"delegation": "visit submitted", "approve": True},
    "network.submit_delegation": {"delegation": "visit draft"}, "network.begin_delegation": {"delegation": "visit approved"},
    "network.add_approver": {"delegation": "visit draft"}, "network.close_delegation": {"delegation": "visit reported"},
    "network.set_visit_way": {"origin_place": "VP-A", "target_place": "VP-B", "minutes": 10},
    "network.add_wish": {"party": "", "title_ko": "면담", "place": "", "partner": "", "code": "NEW-1"},
    "network.edit_wish": _WISH | {"place": None, "party": None},
    "network.drop_wish": {"wish": "visit wish 2"}, "network.add_window": _WISH | {"start": at(9), "end": at(10)},
    "network.clear_windows": _WISH, "network.add_stop": _OURS | _NO_WISH,
    "network.edit_stop": _STOP | {"start": at(15), "end": at(16), "place": None, "language": None, "party": None},
    "network.move_stop": _STOP | {"earlier": True}, "network.remove_stop": {"stop": "visit stop 2"},
    "network.record_visit_minutes": _STOP | {"minutes_ko": "왜"},
    "network.add_visit_promise": _STOP | {"promiser": "왜", "due_on": DAY, "says_ko": "왜"}, "network.run_late": {"minutes": 10, "party": ""},
    "network.make_document": {"document": "committee", "language": "ko"}, "network.tick_clock": {"clock_kind": "plan"},
    "network.set_visit_clock": {"clock_kind": "plan", "anchor": "start", "days": -45}, "network.plan_itinerary": {},
    "network.add_visit_party": {"name_ko": "새 조", "code": "NEW-1"}, "network.remove_visit_party": {"visit_party": "visit party 2"},
    "network.join_visit_party": {"visit_party": "visit party", "member": "visit member", "day": DAY},
    "network.leave_visit_party": _MEMBER | {"day": DAY}, "network.choose_attendance": _STOP | {"members": []},
}  # fmt: skip
FORM = {
    "delegation": "delegation", "direction": "inbound", "starts_on": "2027-03-01", "ends_on": "2027-03-01", "time_zone": "Asia/Seoul",
    "currency": "KRW", "clock_kind": "plan", "anchor": "start", "days": "-45", "document": "committee", "check": "sanctions",
    "result": "clear", "promiser": "왜", "due_on": "2027-03-01", "minutes": "20", "line": "1", "planned": "1",
}  # fmt: skip
TEXTS = {
    "visit": "새봄과 비밀 실사 방문", "visit purpose": "ADC-77 기술이전 실사", "visit ask": "ADC-77 독성 자료 요청",
    "visit said": "ADC-77 계약금을 논의했습니다",
    "visit member name": "실사단장 노비밀", "visit promised": "ADC-77 자료를 보냅니다",
}  # fmt: skip


def week(world, codes, keys):
    """A delegation comes to look at the rival's secret, today; others wait in every state."""
    with world.as_("programme"):
        for code, name in (("DG-A-LIVE", "delegation"), ("DG-SUBM", "visit submitted"), ("DG-DRFT", "visit draft"), ("DG-APPR", "visit approved"),
                           ("DG-REPO", "visit reported")):
            network.add_delegation(
                code=code, direction="inbound", starts_on=DAY, ends_on=DAY, time_zone="Asia/Seoul", name_ko=TEXTS["visit"],
                purpose_ko=TEXTS["visit purpose"],
            )
            codes[name] = code
        for code in ("DG-A-LIVE", "DG-SUBM", "DG-DRFT", "DG-APPR", "DG-REPO"):
            network.add_approver(delegation=code, person=world.people["director"])
    _through(world)
    with world.as_("programme"):
        _filled(codes)
    return codes


def _through(world):
    """One waits, one is approved, one is reported."""
    with world.as_("programme"):
        for code in ("DG-A-LIVE", "DG-SUBM", "DG-APPR", "DG-REPO"):
            network.submit_delegation(delegation=code)
    with world.as_("director"):
        for code in ("DG-A-LIVE", "DG-APPR", "DG-REPO"):
            network.decide_delegation(delegation=code, approve=True, reason="왜")
        network.begin_delegation(delegation="DG-A-LIVE")
        network.begin_delegation(delegation="DG-REPO")
        network.make_document(delegation="DG-REPO", document="report")
        network.report_delegation(delegation="DG-REPO")


def _filled(codes):
    one = {"delegation": "DG-A-LIVE"}
    for code in ("VP-A", "VP-B"):
        network.add_visit_place(**one, code=code, name_ko="방문지")
    for code, name in (("DM-A", TEXTS["visit member name"]), ("DM-B", TEXTS["visit member name"])):
        network.add_member(**one, code=code, name_ko=name)
    for code in ("VW-A", "VW-B", "VW-C"):
        network.add_wish(**one, code=code, title_ko=TEXTS["visit"])
    for code in ("VY-A", "VY-B"):
        network.add_visit_party(**one, code=code, name_ko=TEXTS["visit"])
    network.join_visit_party(visit_party="VY-A", member="DM-A")
    network.edit_wish(wish="VW-A", asks_ko=TEXTS["visit ask"])
    with clock.as_of(MONDAY - timedelta(hours=1)):
        first = network.add_stop(**one, kind="rest", title_ko="휴식", start=at(9), end=at(9, 30))
        second = network.add_stop(**one, kind="meeting", wish="VW-A", start=at(10), end=at(11))
        third = network.add_stop(**one, kind="meeting", wish="VW-C", start=at(12), end=at(13), party="VY-A")
    network.record_visit_minutes(stop=second.code, minutes_ko=TEXTS["visit said"])
    codes["visit promise"] = network.add_visit_promise(stop=second.code, promiser="노비밀", due_on=DAY, says_ko=TEXTS["visit promised"]).code
    network.make_document(**one, document="report")
    late = network.add_member(**one, name_ko=TEXTS["visit member name"])
    codes |= {
        "visit member": "DM-A", "visit member 2": late.code, "visit wish": "VW-A", "visit wish 2": "VW-B", "visit stop": second.code,
        "visit stop 2": third.code, "visit party": "VY-A", "visit party 2": "VY-B", "visit rest": first.code, "visit document": "report-ko-1",
    }


def furnish(world):
    """A visit with everything on it, so that links lead to every page."""
    with clock.as_of(MONDAY):
        week(world, {}, {})
