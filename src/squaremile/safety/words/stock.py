"""Words of substances and containers."""

from squaremile.kernel.words import Text, refusal

STATES = {
    "received": Text(ko="입고", en="Received"), "opened": Text(ko="개봉", en="Opened"), "disposed": Text(ko="폐기", en="Disposed of"),
    "transferred": Text(ko="이관", en="Transferred"),
}
PHASES = {
    "liquid": Text(ko="액체", en="Liquid"), "solid": Text(ko="고체", en="Solid"), "gas": Text(ko="기체", en="Gas"),
    "liquefied": Text(ko="액화가스", en="Liquefied gas"),
}
CONDITIONS = {
    "storage": Text(ko="저장", en="Storage"), "closed": Text(ko="밀폐 사용", en="Use in closed systems"),
    "open": Text(ko="개방 사용", en="Use in open systems"),
}
SCHEMES = {
    "ghs": Text(ko="GHS 분류", en="GHS classes"),
    "kr-chemicals-before-2025": Text(ko="화학물질관리법(2025-08-06까지)", en="Chemicals act, until 6 August 2025"),
    "kr-chemicals-2025": Text(ko="화학물질관리법(2025-08-07부터)", en="Chemicals act, since 7 August 2025"),
    "storage-group": Text(ko="보관 분류", en="Storage groups"),
}

STANDS_OVER = Text(
    ko="이 구역의 {hazard:이가} 한도를 넘었습니다: {total} > {limit} {unit}", en="{hazard} in this area is over its limit: {total} > {limit} {unit}")
CORRECTED = Text(ko="안전관리자가 양을 바로잡음: {reason}", en="Amount put right by safety: {reason}")
SUBSTANCE_UNKNOWN = refusal(
    "safety.substance_unknown", ko="그런 물질이 물질 목록에 없습니다.", en="No such substance is in the register.",
    do_ko="CAS 번호나 코드를 확인하고, 없으면 먼저 등록하십시오.", do_en="Check its CAS number or code; if it is new, register it first.")
SUBSTANCE_KNOWN = refusal(
    "safety.substance_known", ko="이미 등록한 물질입니다.", en="This substance is registered already.",
    do_ko="물질 목록에서 찾아 쓰십시오.", do_en="Find it in the register.")
CAS_WRONG = refusal(
    "safety.cas_wrong", ko="CAS 번호의 검사 숫자가 맞지 않습니다.", en="The check digit of this CAS number is wrong.",
    do_ko="라벨의 번호를 다시 확인하십시오.", do_en="Look at the number on the label again.")
SUBSTANCE_UNSOUND = refusal(
    "safety.substance_unsound", ko="물질에는 이름과 상태가 있어야 하고, 적은 수치에는 출처가 있어야 합니다.",
    en="A substance has a name and a phase, and every figure its source.",
    do_ko="빠진 것을 적으십시오. 모르는 수치는 비워 두십시오.", do_en="Fill in what is missing; leave blank what is not known.")
SCHEME_UNKNOWN = refusal(
    "safety.scheme_unknown", ko="그런 분류 체계가 없습니다.", en="No such scheme of classes.",
    do_ko="규칙 묶음이나 GHS, 화학물질관리법 가운데서 고르십시오.", do_en="Choose a rule pack, GHS or the chemicals act.")
CLASS_UNKNOWN = refusal(
    "safety.class_unknown", ko="{hazard:은는} 이 분류 체계에 없는 등급입니다.", en="This scheme has no class {hazard}.",
    do_ko="등급 목록에서 고르십시오.", do_en="Choose one of its classes.")
CLASS_UNSOURCED = refusal(
    "safety.class_unsourced", ko="분류를 어디에서 읽었는지 적어야 합니다.", en="Say where the class was read.",
    do_ko="공급자 자료나 물질안전보건자료(MSDS)의 이름과 날짜를 적으십시오.",
    do_en="Name the supplier's sheet or the safety data sheet, and its date.")
AMOUNT_UNREADABLE = refusal(
    "safety.amount_unreadable", ko="양을 읽을 수 없습니다.", en="The amount cannot be read.",
    do_ko="숫자와 단위로 적으십시오. 예: 20 L, 500 g, 1.5 m3", do_en="Write a number and a unit, such as 20 L, 500 g or 1.5 m3.")
AMOUNT_UNFIT = refusal(
    "safety.amount_unfit", ko="남은 양보다 많거나 다른 종류의 단위입니다.", en="That is more than there is, or another kind of unit.",
    do_ko="지금 남은 양을 확인하십시오.", do_en="Look at what is left.")
CONDITION_UNKNOWN = refusal(
    "safety.condition_unknown", ko="저장, 밀폐 사용, 개방 사용 가운데 하나여야 합니다.", en="It is storage, closed or open.",
    do_ko="다시 고르십시오.", do_en="Choose again.")
CONTAINER_UNKNOWN = refusal(
    "safety.container_unknown", ko="그런 용기가 없습니다.", en="No such container.",
    do_ko="라벨의 코드를 다시 확인하십시오.", do_en="Look at the code on its label again.")
CONTAINER_STEP = refusal(
    "safety.container_step", ko="이 용기는 지금 상태에서 그렇게 될 수 없습니다.", en="The container cannot take that step.",
    do_ko="용기의 기록을 확인하십시오.", do_en="Look at its history.")
CONTAINER_GONE = refusal(
    "safety.container_gone", ko="이미 폐기하거나 이관한 용기입니다.", en="This container is gone.",
    do_ko="용기의 기록을 확인하십시오.", do_en="Look at its history.")
CABINET_ELSEWHERE = refusal(
    "safety.cabinet_elsewhere", ko="보관함이 그 방에 있지 않습니다.", en="The cabinet stands in another room.",
    do_ko="그 방의 보관함을 고르십시오.", do_en="Choose a cabinet of that room.")
WHOSE = refusal(
    "safety.whose", ko="어느 회사의 것인지 알아야 합니다.", en="Say whose it is.",
    do_ko="회사를 고르십시오.", do_en="Name the company.")
