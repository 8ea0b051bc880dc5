"""Words of containers that go from one company to another."""

from squaremile.kernel.words import Text, refusal

STATES = {
    "offered": Text(ko="인계 대기", en="Offered"), "taken": Text(ko="인계 완료", en="Taken"), "withdrawn": Text(ko="인계 취소", en="Withdrawn"),
}
TAKEN = Text(
    ko="{substance} {amount}(용기 {container})을 {company:이가} 인수했습니다.",
    en="{company} has taken over {amount} of {substance} (container {container}).")
HANDOVER_UNKNOWN = refusal(
    "safety.handover_unknown", ko="그런 인계 번호가 없거나 기한이 지났습니다.",
    en="No such handover, or its time is over.",
    do_ko="넘겨주는 쪽 화면의 번호를 다시 확인하거나 새로 내 달라고 하십시오.",
    do_en="Look at the number on the giver's screen again, or ask for a new one.")
HANDOVER_OPEN = refusal(
    "safety.handover_open", ko="이미 인계 번호를 낸 용기입니다.", en="This container is offered already.",
    do_ko="낸 번호를 건네거나, 취소한 뒤 다시 내십시오.", do_en="Hand over the number, or withdraw it and offer again.")
HANDOVER_STALE = refusal(
    "safety.handover_stale", ko="용기가 인계 번호를 낸 때와 달라졌습니다.", en="The container is not as it was when it was offered.",
    do_ko="넘겨주는 쪽에 번호를 다시 내 달라고 하십시오.", do_en="Ask the giver to offer it again.")
HANDOVER_OWN = refusal(
    "safety.handover_own", ko="같은 회사의 용기입니다.", en="The container is your own company's.",
    do_ko="회사 안에서는 용기를 옮기기만 하면 됩니다.", do_en="Within a company, just move it.")
HANDOVER_STEP = refusal(
    "safety.handover_step", ko="인계를 기다리는 용기가 아닙니다.", en="The container is not being offered.",
    do_ko="용기의 기록을 확인하십시오.", do_en="Look at its history.")
