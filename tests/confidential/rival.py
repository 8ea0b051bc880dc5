"""Everything that a rival does in a week, and every word of it that nobody else may read."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from squaremile.booking import operations as booking
from squaremile.core import operations as core
from squaremile.core import refs
from squaremile.core.models import Notice, RoleGrant
from squaremile.core.notices import tell
from squaremile.kernel.scope import scope, system
from squaremile.kernel.words import Text
from squaremile.spaces import operations as spaces
from tests import parts
from tests.world import MONDAY, World

HOUR = timedelta(hours=1)
PURPOSE = "비밀 항체 ADC-77"
REPORT = "레이저가 우리 ADC-77 시료에서 꺼졌습니다"
TEXTS = {
    "project": "이중항체 파이프라인", "file": "adc77-protocol.pdf", "token": "소라의 분석 스크립트", "told": "새봄 예산 알림",
    "block": "새봄 시료로 오염된 노즐 교체", "occupancy": "새봄 확장 협의 중",
} | parts.merged("TEXTS")  # fmt: skip


@dataclass(frozen=True)
class Rival:
    """What a curious competitor could type: codes by noun, and signed refs; the keys behind them; and the marks."""

    codes: dict[str, str]
    keys: dict[str, UUID]
    secrets: tuple[str, ...]


def a_rivals_week(world: World) -> Rival:
    """Saebom books, waits for approval, uses, reports, invites, rents, keeps files and tokens. Runs at MONDAY."""
    company = world.organisations["SAEBOM"]
    keys = {"organisation": company, "person": world.people["sora"], "colleague": world.people["sujin"]}
    codes = {"organisation": "SAEBOM", "email": "sora@example.org"}
    with world.as_("sujin"):
        made = core.add_project(organisation=company, name_ko=TEXTS["project"], name_en="Bispecifics")
        keys["project"], codes["project"] = made.id, made.code
        keys["invitation"] = core.invite(
            email="newcomer@saebom.example", role="scientist", organisation=company, name_ko="한새내", name_en="Saenae Han"
        ).id
    with world.as_("sora"):
        codes |= _booked(codes["project"])
        keys["file"] = core.store_file(name=TEXTS["file"], content=b"%PDF-1.7 ADC-77", organisation=company).id
        keys["token"] = core.create_token(name=TEXTS["token"]).token.id
        keys["feed"] = core.create_token(name="새봄 달력", purpose="feed").token.id
    with world.as_("operator"):
        codes |= _by_staff(codes)
        keys["qualification"] = booking.qualify(equipment="CYTO-1", person=keys["person"], start=MONDAY).id
        keys["manual"] = booking.add_manual(equipment="CHILLER", title_ko="설명서", url="https://example.org/manual").id
        keys["grant"] = RoleGrant.objects.get(user=keys["person"]).id
    with scope(system("worker")):
        tell([keys["person"]], "test", Text(ko=TEXTS["told"], en=TEXTS["told"]), "/", "test:told")
        keys["notice"] = Notice.objects.get(recipient=keys["person"], text_ko=TEXTS["told"]).id
    parts.each("week", world, codes, keys)
    named = (*parts.together("refs"), "manual", "person", "file", "token", "invitation", "qualification", "grant", "notice")
    codes |= {f"{kind} ref": refs.ref(kind, keys[kind]) for kind in named} | {"feed ref": refs.ref("token", keys["feed"])}
    return Rival(codes, keys, _secrets(codes, keys))


def _booked(project: str) -> dict[str, str]:
    """Codes of one that is held, one that waits, and one that is in use; and of a fault."""
    held = booking.reserve(
        equipment="CONFOCAL", start=MONDAY + HOUR / 4, end=MONDAY + 2 * HOUR, purpose=PURPOSE, project=project
    )
    pending = booking.reserve(equipment="CYTO-2", start=MONDAY + 3 * HOUR, end=MONDAY + 4 * HOUR, purpose=PURPOSE)
    now = booking.reserve(equipment="CHILLER", start=MONDAY, end=MONDAY + HOUR, purpose=PURPOSE, project=project)
    session = booking.start_session(reservation=now.code)
    fault = booking.report_fault(equipment="CYTO-1", severity="degraded", says=REPORT)
    return {"reservation": held.code, "pending": pending.code, "in use": now.code, "session": session.code,
            "fault": fault.code}  # fmt: skip


def _by_staff(codes: dict[str, str]) -> dict[str, str]:
    """What staff do about it: rooms, one lived in and one to come, and work on an instrument."""
    whole = {"start": MONDAY, "end": MONDAY + timedelta(days=100)}
    occupied = spaces.hold(place="R201-B1", organisation="SAEBOM", note_text=TEXTS["occupancy"], **whole)
    spaces.occupy(occupancy=occupied.code)
    coming = spaces.hold(place="R201-B2", organisation="SAEBOM", **whole)
    block = booking.block(
        equipment="CYTO-1", start=MONDAY + timedelta(days=2), end=MONDAY + timedelta(days=2, hours=3),
        work_type="calibration", purpose=TEXTS["block"],
    )
    for code in ("SPARE", "SPARE-2", "SPARE-3", "SPARE-4", "SHUT"):
        spaces.add_place(kind="bench", code=code, parent="R202", name_ko="여분", name_en="Spare")
    spaces.close_place(place="SHUT")
    split = spaces.split_place(place="SPARE-4", on_day=MONDAY.date() + timedelta(days=30), into=2, kind="bench")
    return {"occupied": occupied.code, "occupancy": coming.code, "block": block.code, "reshape": split.code}


def _secrets(codes: dict[str, str], keys: dict[str, UUID]) -> tuple[str, ...]:
    """Words and names that only she and staff read; and all codes, refs and keys of what is hers.

    But for the manual, which is for everyone, and the fault's code: that something is wrong with an instrument is for
    everyone too, who said so is not.
    """
    words = (
        PURPOSE, "ADC-77", REPORT, *TEXTS.values(), "새봄", "Saebom Therapeutics", "이소라", "Sora Lee", "정수진",
        "Sujin Jung", "sujin@example.org", "newcomer@saebom.example", "한새내", "PJ-SAEBOM", "Bispecifics",
    )  # fmt: skip
    open_to_all = ("organisation", "fault", "manual ref", "reshape", *parts.together("OPEN"))
    marks = (code for name, code in codes.items() if name not in open_to_all)
    return (*words, *marks, *(str(key) for name, key in keys.items() if name != "manual"))
