"""Words of editions of rule packs."""

from squaremile.kernel.words import Text, refusal

EDITION_UNREADABLE = refusal(
    "safety.edition_unreadable", ko="{why}: 규칙 묶음으로 읽을 수 없습니다.", en="This cannot be read as a rule pack: {why}.",
    do_ko="형식은 docs/safety/packs.md에 있습니다. 지금 판을 받아 고쳐서 올리십시오.",
    do_en="The format is in docs/safety/packs.md. Take the edition of today, change it and hand it in.")
EDITION_LONG = refusal(
    "safety.edition_long", ko="규칙 묶음의 파일이 너무 깁니다.", en="The file of the rule pack is too long.",
    do_ko="400,000자까지 올릴 수 있습니다. 쓰지 않는 줄을 빼십시오.", do_en="It may have 400,000 characters. Leave out what is not used.")
EDITION_UNSOUND = refusal(
    "safety.edition_unsound", ko="{problems}: 규칙 묶음에 잘못이 있습니다.", en="The rule pack is not sound: {problems}.",
    do_ko="모두 고친 뒤에 다시 올리십시오. `squaremile safety packs --check FILE`로 미리 볼 수 있습니다.",
    do_en="Mend all of it and hand it in again; `squaremile safety packs --check FILE` shows the same beforehand.")
EDITION_OTHER = refusal(
    "safety.edition_other", ko="{pack} 묶음의 판이 아닙니다.", en="This is no edition of the pack {pack}.",
    do_ko="code와 kind가 지금 판과 같아야 합니다.", do_en="Its code and its kind are those of the edition of today.")
EDITION_KNOWN = refusal(
    "safety.edition_known", ko="이미 올린 판입니다.", en="This edition was handed in already.",
    do_ko="판 목록에서 여십시오.", do_en="Open it in the list of editions.")
EDITION_UNKNOWN = refusal(
    "safety.edition_unknown", ko="그런 판이 없습니다.", en="There is no such edition.",
    do_ko="판 목록에서 고르십시오.", do_en="Choose one of the list of editions.")
EDITION_PAST = refusal(
    "safety.edition_past", ko="지난날부터 적용할 수는 없습니다.", en="An edition cannot be taken into force from a day that is over.",
    do_ko="오늘이나 그 뒤의 날을 적으십시오. 지난 판정은 그때의 판으로 남습니다.",
    do_en="Give today or a later day. What was decided before stands as it was decided.")

BUILT_IN = Text(ko="squaremile에 들어 있음", en="comes with squaremile")
TOPICS = {
    "law": Text(ko="법", en="Law"), "scope": Text(ko="적용 범위", en="Scope"), "grades": Text(ko="위험 등급", en="Risk grades"),
    "training": Text(ko="교육", en="Training"), "inspection": Text(ko="점검·진단", en="Inspections"),
    "staffing": Text(ko="안전관리자", en="Who is in charge"), "analysis": Text(ko="사전유해인자위험분석", en="Hazard analysis"),
    "accident": Text(ko="사고", en="Accidents"), "health": Text(ko="건강·보험", en="Health and insurance"),
    "permit": Text(ko="허가", en="Permits"), "licence": Text(ko="면허", en="Licences"), "committee": Text(ko="위원회", en="Committees"),
    "facility": Text(ko="시설", en="Facilities"), "transport": Text(ko="운반·수출입", en="Transport"),
    "record": Text(ko="기록 보존", en="Records"), "chemicals": Text(ko="화학물질", en="Chemicals"),
}  # fmt: skip
COUNTED_IN = {
    "hours": Text(ko="{n}시간", en="{n} hours"), "minutes": Text(ko="{n}분", en="{n} minutes"), "days": Text(ko="{n}일", en="{n} days"),
    "weeks": Text(ko="{n}주", en="{n} weeks"), "months": Text(ko="{n}개월", en="{n} months"), "years": Text(ko="{n}년", en="{n} years"),
    "people": Text(ko="{n}명", en="{n} people"), "gallons": Text(ko="{n}갤런", en="{n} gallons"), "usd": Text(ko="{n} USD", en="{n} USD"),
    "usd_a_day": Text(ko="하루 {n} USD", en="{n} USD a day"), "grades": Text(ko="{n}등급", en="{n} grades"),
    "rooms": Text(ko="{n}실", en="{n} rooms"),
}  # fmt: skip
EACH = {"half_year": Text(ko="반기마다", en="each half-year"), "year": Text(ko="해마다", en="each year")}
