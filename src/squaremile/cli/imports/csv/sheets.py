"""The four sheets we read: their columns with the headers people write, and how a row of each is put together."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import cast
from zoneinfo import ZoneInfo

from squaremile.cli.imports.csv.rows import BookingRow, EquipmentRow, OrganisationRow, PersonRow
from squaremile.core.sheets import row_words as words
from squaremile.core.sheets.cells import Trouble, business_number, email, flag, text, whole
from squaremile.core.sheets.columns import Column
from squaremile.core.sheets.sheet import RowTrouble, Sheet, Values
from squaremile.core.sheets.times import clock_or_moment, completed, day
from squaremile.kernel.period import Period
from squaremile.kernel.words import Text


def _text(values: Values, name: str) -> str:
    return cast(str, values.get(name) or "")


def _whole(values: Values, name: str) -> int | None:
    return cast("int | None", values.get(name))


def _names(values: Values) -> tuple[str, str]:
    """Korean and English name; at least one of the two."""
    korean, english = _text(values, "name_ko"), _text(values, "name_en")
    if not korean and not english:
        raise RowTrouble("name_ko", words.REQUIRED, words.REQUIRED_DO)
    return korean, english


def _organisation(values: Values, zone: ZoneInfo) -> OrganisationRow:
    korean, english = _names(values)
    return OrganisationRow(
        name_ko=korean,
        name_en=english,
        business_number=_text(values, "business_number"),
        sort=_text(values, "sort"),
        email=_text(values, "email"),
        website=_text(values, "website"),
    )


def _person(values: Values, zone: ZoneInfo) -> PersonRow:
    return PersonRow(
        email=_text(values, "email"),
        name=_text(values, "name"),
        name_en=_text(values, "name_en"),
        organisation=_text(values, "organisation"),
        role=_text(values, "role"),
        phone=_text(values, "phone"),
        badge=_text(values, "badge"),
        access_until=cast("date | None", values.get("access_until")),
    )


def _equipment(values: Values, zone: ZoneInfo) -> EquipmentRow:
    korean, english = _names(values)
    low, high = _whole(values, "minimum_minutes"), _whole(values, "maximum_minutes")
    if low is not None and high is not None and high < low:
        raise RowTrouble("maximum_minutes", words.MIN_ABOVE_MAX.fill({"low": low}), words.MIN_ABOVE_MAX_DO)
    operational = values.get("operational")
    return EquipmentRow(
        name_ko=korean,
        name_en=english,
        code=_text(values, "code"),
        kind=_text(values, "kind"),
        location=_text(values, "location"),
        maker=_text(values, "maker"),
        model=_text(values, "model"),
        serial=_text(values, "serial"),
        owner=_text(values, "owner"),
        minimum_minutes=low,
        maximum_minutes=high,
        horizon_days=_whole(values, "horizon_days"),
        operational=True if operational is None else bool(operational),
    )


def _moment(values: Values, name: str, on: date | None, zone: ZoneInfo) -> datetime:
    try:
        return completed(cast("datetime | timedelta", values[name]), on, zone)
    except Trouble as trouble:
        raise RowTrouble(name, trouble.what, trouble.todo) from trouble


def _booking(values: Values, zone: ZoneInfo) -> BookingRow:
    """A time of day for the start falls on the date column, one for the end on the day of the start."""
    on = cast("date | None", values.get("date"))
    start = _moment(values, "start", on, zone)
    end = _moment(values, "end", on or start.astimezone(zone).date(), zone)
    if end <= start:
        raise RowTrouble("end", words.ENDS_FIRST, words.ENDS_FIRST_DO)
    return BookingRow(
        equipment=_text(values, "equipment"),
        email=_text(values, "email"),
        span=Period(start, end),
        project=_text(values, "project"),
        note=_text(values, "note"),
    )


_EMAIL_HEADERS = ("이메일", "전자우편", "메일", "e-mail", "email address", "mail", "이메일주소", "전자우편주소")
_NAME_EN = ("영문명", "영문 이름", "영문성명", "english name", "name en")
_ORGANISATION = ("기관", "기관명", "소속", "회사", "회사명", "소속기관", "organization", "company", "affiliation")
_START = ("시작", "시작 시각", "시작 시간", "시작일시", "start time", "from")
_END = ("끝", "종료", "종료 시각", "종료 시간", "종료일시", "end time", "to")
_ACCESS = ("출입 만료일", "만료일", "유효기간", "이용 기한", "출입 기한", "access expiration", "valid until")
_PROJECT = ("프로젝트", "과제", "과제명", "project name")

SHEETS: dict[str, Sheet] = {
    sheet.kind: sheet
    for sheet in (
        Sheet(
            "organisations",
            Text(ko="기관", en="organisations"),
            (
                Column("name_ko", ("기관명", "회사명", "상호", "이름", "한글명", "name", "organisation"), text(200)),
                Column("name_en", (*_NAME_EN, "영문 상호", "영문 기관명"), text(200)),
                Column(
                    "business_number", ("사업자등록번호", "사업자번호", "business registration number"), business_number
                ),
                Column("sort", ("구분", "유형", "기관 유형", "종류", "type", "kind"), text(100)),
                Column("email", (*_EMAIL_HEADERS, "대표 이메일"), email),
                Column("website", ("홈페이지", "웹사이트", "url", "homepage"), text(300)),
            ),
            _organisation,
        ),
        Sheet(
            "people",
            Text(ko="사람", en="people"),
            (
                Column("email", _EMAIL_HEADERS, email, required=True),
                Column("name", ("이름", "성명", "성함", "full name", "name ko"), text(100), required=True),
                Column("name_en", _NAME_EN, text(100)),
                Column("organisation", _ORGANISATION, text(200)),
                Column("role", ("역할", "직책", "직위", "position", "title"), text(100)),
                Column("phone", ("전화", "전화번호", "연락처", "휴대전화", "핸드폰", "mobile", "telephone"), text(40)),
                Column("badge", ("출입증", "출입증 번호", "카드번호", "badge number", "card"), text(50)),
                Column("access_until", _ACCESS, day),
            ),
            _person,
        ),
        Sheet(
            "equipment",
            Text(ko="장비", en="equipment"),
            (
                Column("name_ko", ("장비명", "기기명", "이름", "명칭", "name", "equipment", "tool", "장비"), text(200)),
                Column("name_en", (*_NAME_EN, "영문 장비명"), text(200)),
                Column("code", ("관리번호", "자산번호", "장비번호", "장비코드", "asset number", "id"), text(60)),
                Column("kind", ("분류", "종류", "장비 분류", "category", "type"), text(200)),
                Column("location", ("위치", "설치장소", "설치 위치", "호실", "room"), text(200)),
                Column("maker", ("제조사", "제작사", "manufacturer", "vendor", "brand"), text(100)),
                Column("model", ("모델", "모델명", "규격", "model name"), text(100)),
                Column("serial", ("일련번호", "시리얼", "제조번호", "serial number", "s/n", "sn"), text(100)),
                Column("owner", (*_ORGANISATION, "소유기관", "보유기관", "owner organisation"), text(200)),
                Column("minimum_minutes", ("최소 예약(분)", "최소예약", "최소 시간", "minimum minutes", "min"), whole),
                Column("maximum_minutes", ("최대 예약(분)", "최대예약", "최대 시간", "maximum minutes", "max"), whole),
                Column("horizon_days", ("예약 가능 일수", "예약 기간", "horizon", "days ahead"), whole),
                Column("operational", ("가동", "가동 여부", "사용 가능", "상태", "status", "active"), flag),
            ),
            _equipment,
        ),
        Sheet(
            "bookings",
            Text(ko="예약", en="bookings"),
            (
                Column("equipment", ("장비", "장비명", "기기명", "관리번호", "tool", "instrument"), text(200), True),
                Column("email", (*_EMAIL_HEADERS, "예약자 이메일", "사용자 이메일", "user"), email, True),
                Column("date", ("날짜", "일자", "예약일", "사용일", "day"), day),
                Column("start", _START, clock_or_moment, True),
                Column("end", _END, clock_or_moment, True),
                Column("project", _PROJECT, text(200)),
                Column("note", ("비고", "메모", "목적", "내용", "purpose", "comment", "memo"), text(2000)),
            ),
            _booking,
        ),
    )
}
