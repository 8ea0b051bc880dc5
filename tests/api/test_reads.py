"""What programs read, and how long lists go on."""

from datetime import timedelta

import pytest

from tests.world import MONDAY

HOUR = timedelta(hours=1)


def booked(caller, start, equipment="CONFOCAL", **more):
    body = {"equipment": equipment, "start": start.isoformat(), "end": (start + HOUR).isoformat(), **more}
    said = caller("POST", "/reservations", body)
    assert said.status_code == 201, said.content
    return said.json()["code"]


def test_a_booking_in_codes(calling):
    hana = calling("hana")
    code = booked(hana, MONDAY + HOUR, project="PJ-HANBIT", purpose="세포 관찰")
    assert hana("GET", f"/reservations/{code}").json() == {
        "code": code,
        "state": "confirmed",
        "equipment": "CONFOCAL",
        "start": "2027-03-01T01:00:00Z",
        "end": "2027-03-01T02:00:00Z",
        "organisation": "HANBIT",
        "person": "hana@example.org",
        "project": "PJ-HANBIT",
        "purpose": "세포 관찰",
        "assisted": False,
    }


def test_mine_and_my_companys(calling):
    hana, haeun = calling("hana"), calling("haeun")
    mine, hers = booked(hana, MONDAY + HOUR), booked(haeun, MONDAY + 2 * HOUR)
    assert [r["code"] for r in hana("GET", "/reservations").json()["items"]] == [mine]
    assert [r["code"] for r in hana("GET", "/reservations?mine=false").json()["items"]] == [mine, hers]
    assert hana("GET", "/reservations?mine=false&state=cancelled").json()["items"] == []
    later = f"/reservations?mine=false&since={'2027-03-01T02:30:00Z'}"
    assert [r["code"] for r in hana("GET", later).json()["items"]] == [hers]


def test_a_long_list_goes_on_where_it_stopped(calling):
    hana = calling("hana")
    codes = [booked(hana, MONDAY + n * HOUR) for n in range(1, 6)]
    seen, cursor, rounds = [], "", 0
    while cursor is not None:
        part = hana("GET", f"/reservations?limit=2&cursor={cursor}").json()
        seen += [r["code"] for r in part["items"]]
        cursor, rounds = part["next"], rounds + 1
    assert (seen, rounds) == (codes, 3)


@pytest.mark.parametrize("cursor", ["x", "W10", "WyJhIiwiYiJd", "eyJhIjoxfQ", "%00", "한글", "bnVsbA"])
@pytest.mark.parametrize("path", ["/reservations", "/equipment", "/notices", "/usage"])
def test_a_spoilt_cursor_is_said_so(calling, path, cursor):
    said = calling("hana")("GET", f"{path}?cursor={cursor}")
    assert said.status_code == 422
    assert "cursor" in said.json()["fields"]


def test_instruments(calling):
    hana = calling("hana")
    rows = {row["code"]: row for row in hana("GET", "/equipment").json()["items"]}
    assert set(rows) == {"CONFOCAL", "CYTO-1", "CYTO-2", "CHILLER"}
    assert rows["CONFOCAL"]["locked"] is None
    assert {row["code"]: row for row in calling("sujin")("GET", "/equipment").json()["items"]}["CONFOCAL"]["locked"]
    assert [row["code"] for row in hana("GET", "/equipment?text=공초점").json()["items"]] == ["CONFOCAL"]


def test_an_instrument_and_its_gaps(calling):
    hana = calling("hana")
    page = hana("GET", "/equipment/CYTO-2").json()
    assert page["needs"] == ["CHILLER"]
    assert page["equivalents"] == ["CYTO-1"]
    assert all(rule["ko"] and rule["en"] for rule in page["rules"])
    before = hana("GET", "/equipment/CHILLER/gaps").json()["gaps"][0]
    booked(hana, MONDAY + HOUR, "CHILLER")
    after = hana("GET", "/equipment/CHILLER/gaps").json()["gaps"][0]
    assert (before["start"], after["end"]) == ("2027-03-01T00:00:00Z", "2027-03-01T01:00:00Z")


def test_usage_follows_a_session(calling):
    from squaremile.kernel import clock

    hana = calling("hana")
    code = booked(hana, MONDAY + HOUR)
    with clock.as_of(MONDAY + HOUR):
        session = hana("POST", f"/reservations/{code}/sessions").json()["code"]
    with clock.as_of(MONDAY + 1.5 * HOUR):
        hana("POST", f"/sessions/{session}/end")
    (row,) = calling("hajin")("GET", "/usage").json()["items"]
    assert (row["quantity"], row["unit"], row["subject"], row["organisation"]) == (
        "30.0000",
        "minute",
        "CONFOCAL",
        "HANBIT",
    )
    assert calling("sujin")("GET", "/usage").json()["items"] == []


def test_space(calling):
    hana = calling("hana")
    assert [s["code"] for s in hana("GET", "/sites").json()["items"]] == ["JB"]
    places = {p["code"]: p for p in hana("GET", "/places").json()["items"]}
    assert places["R201-B1"]["parent"] == "R201"
    assert places["R201-B1"]["rentable"] is True


def test_a_sites_week(calling):
    hana = calling("hana")
    code = booked(hana, MONDAY + HOUR, purpose="비밀 실험")
    own = hana("GET", "/sites/JB/week?start=2027-03-01").json()
    assert [row["code"] for row in own["own"]] == [code]
    assert len(own["reservations"]) == 1
    theirs = calling("sora")("GET", "/sites/JB/week?start=2027-03-01")
    assert theirs.json()["own"] == []
    assert len(theirs.json()["reservations"]) == 1
    assert "비밀" not in theirs.content.decode()


def test_ones_own_company(calling):
    page = calling("hajin")("GET", "/organisations/HANBIT").json()
    assert {p["email"] for p in page["people"]} == {f"{who}@example.org" for who in ("hana", "haeun", "hajin")}
    assert [p["code"] for p in page["projects"]] == ["PJ-HANBIT"]


def test_roles_are_given_and_ended_by_ref(calling):
    hajin = calling("hajin")
    given = hajin("POST", "/roles", {"person": "hana@example.org", "role": "company_admin", "organisation": "HANBIT"})
    assert given.status_code == 201
    ended = hajin("POST", f"/roles/{given.json()['ref']}/end")
    assert ended.status_code == 200
    assert ended.json()["end"] < given.json()["end"]
    assert calling("sujin")("POST", f"/roles/{given.json()['ref']}/end").status_code == 404


def test_a_token_can_give_itself_up(calling):
    hana = calling("hana")
    (token,) = hana("GET", "/tokens").json()["items"]
    assert hana("DELETE", f"/tokens/{token['ref']}").status_code == 200
    assert hana("GET", "/me").status_code == 401


def test_a_series_takes_every_date(calling):
    dates = [
        {
            "start": (MONDAY + timedelta(days=d) + HOUR).isoformat(),
            "end": (MONDAY + timedelta(days=d) + 2 * HOUR).isoformat(),
        }
        for d in (0, 1)
    ]
    said = calling("hana")("POST", "/series", {"equipment": "CONFOCAL", "dates": dates})
    assert said.status_code == 201
    assert [row["start"][:10] for row in said.json()["items"]] == ["2027-03-01", "2027-03-02"]


def test_a_file_goes_in_as_base64(calling):
    import base64

    png = base64.b64encode(b"\x89PNG\r\n\x1a\n" + b"0" * 32).decode()
    said = calling("hajin")("POST", "/files", {"name": "a.png", "content": png, "organisation": "HANBIT"})
    assert said.status_code == 201
    assert said.json()["media_type"] == "image/png"
    assert calling("hajin")("POST", "/files", {"name": "a", "content": "%%%"}).status_code == 422
