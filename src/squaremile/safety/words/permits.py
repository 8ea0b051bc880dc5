"""Words of permits and of what a missing one bars."""

from squaremile.kernel.words import Text, refusal

HELD_BY = {
    "cluster": Text(ko="운영기관", en="The cluster"), "company": Text(ko="기업", en="A company"),
    "either": Text(ko="운영기관 또는 기업", en="The cluster or a company"),
}
BLOCKS = {
    "booking": Text(ko="장비 예약", en="booking"), "licence": Text(ko="입주 시작", en="beginning a licence"),
    "bringing": Text(ko="물질·생물체 반입", en="bringing in"), "access": Text(ko="출입증 발급", en="badges and keys"),
}
STANDINGS = {
    "recorded": Text(ko="확인 대기", en="Waits for confirmation"), "to_come": Text(ko="효력 발생 전", en="Not yet in force"),
    "in_force": Text(ko="유효", en="In force"), "soon": Text(ko="곧 만료", en="Ends soon"), "expired": Text(ko="만료", en="Expired"),
    "refused": Text(ko="인정 안 함", en="Not accepted"), "ended": Text(ko="종료", en="Ended"),
}
LOOKS = {"recorded": "warn", "to_come": "info", "in_force": "ok", "soon": "warn", "expired": "stop", "refused": "stop", "ended": "neutral"}
CLUSTER = Text(ko="운영기관", en="The cluster")
HELD = Text(ko="필요한 허가가 유효합니다.", en="The permit that is needed is in force.")
ENDS = Text(ko="{kind} {number}의 유효 기간이 {day}에 끝납니다.", en="{kind} {number} ends on {day}.")
EXPIRED = Text(ko="{kind} {number}의 유효 기간이 {day}에 끝났습니다.", en="{kind} {number} expired on {day}.")
WAITS = Text(ko="{kind} {number:이가} 확인을 기다립니다.", en="{kind} {number} waits for confirmation.")

PERMIT_NEEDED = refusal(
    "safety.permit_needed", ko="{kind:이가} 없거나 유효하지 않습니다.", en="This needs a permit in force that is not there: {kind}.",
    do_ko="허가·문서에 유효한 것을 등록하고 확인을 받으십시오.", do_en="Record a valid one among the permits and have it confirmed.")
KIND_UNKNOWN = refusal(
    "safety.permit_kind_unknown", ko="그런 허가 종류가 없습니다.", en="No such kind of permit.",
    do_ko="종류 목록에서 고르십시오.", do_en="Choose one in the list.")
KIND_UNSOUND = refusal(
    "safety.permit_kind_unsound", ko="이름, 보유자, 막는 일, 알림 날짜를 확인하십시오.",
    en="The name, the holder, what it bars or the reminders are not sound.",
    do_ko="빠진 것을 적으십시오.", do_en="Fill in what is missing.")
NEED_ALREADY = refusal(
    "safety.permit_need_already", ko="이미 필요한 것으로 정했습니다.", en="It is needed there already.",
    do_ko="목록을 확인하십시오.", do_en="Look at the list.")
NEED_UNSOUND = refusal(
    "safety.permit_need_unsound", ko="없을 때 막을 일을 하나 이상 골라야 합니다.", en="Say at least one thing that is barred without it.",
    do_ko="예약, 입주 시작, 반입, 출입증 가운데 고르십시오.", do_en="Choose among booking, beginning a licence, bringing in, and badges.")
NEED_UNKNOWN = refusal(
    "safety.permit_need_unknown", ko="필요한 것으로 정하지 않은 허가입니다.", en="It is not needed there.",
    do_ko="목록을 확인하십시오.", do_en="Look at the list.")
PERMIT_UNKNOWN = refusal(
    "safety.permit_unknown", ko="그런 허가·문서가 없습니다.", en="No such permit.",
    do_ko="목록에서 다시 고르십시오.", do_en="Choose it again in the list.")
PERMIT_UNSOUND = refusal(
    "safety.permit_unsound", ko="번호가 있어야 하고, 발급일은 오늘까지, 만료일은 발급일 뒤여야 합니다.",
    en="A permit has a number, was issued by today, and ends after that.",
    do_ko="번호와 날짜를 확인하십시오.", do_en="Look at the number and the days.")
HOLDER_UNFIT = refusal(
    "safety.permit_holder_unfit", ko="이 종류의 허가는 다른 쪽이 보유합니다.", en="Such a permit is held by another.",
    do_ko="운영기관과 기업 가운데 맞는 쪽으로 등록하십시오.", do_en="Record it for the cluster, or for a company, as its kind says.")
PERMIT_STEP = refusal(
    "safety.permit_step", ko="이 허가는 지금 상태에서 그렇게 할 수 없습니다.", en="The permit cannot take that step now.",
    do_ko="상태를 확인하십시오.", do_en="Look at its state.")
PERMIT_REASON = refusal(
    "safety.permit_reason", ko="이유를 적어야 합니다.", en="Say why.", do_ko="한 문장으로 적으십시오.", do_en="A sentence is enough.")
PACK_UNKNOWN = refusal(
    "safety.permit_pack_unknown", ko="그런 허가 서류가 없습니다.", en="No such permit pack.",
    do_ko="허가 서류 목록에서 고르십시오.", do_en="Choose one in the list.")
