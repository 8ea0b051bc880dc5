"""Words of what training shuts: access to places, and substances of a class."""

from squaremile.kernel.words import Text, refusal

ENTER_UNTRAINED = refusal(
    "safety.enter_untrained", ko="이 구역에 출입하려면 ‘{course}’ 교육이 유효해야 합니다. 지금 상태는 ‘{state}’입니다.",
    en="Access to this place needs the training “{course}”. As it stands: {state}.",
    do_ko="교육을 이수한 뒤 출입증을 받으십시오.", do_en="Take the course; then the badge is given.")
BRING_UNTRAINED = refusal(
    "safety.bring_untrained", ko="이 등급의 물질을 들여오려면 ‘{course}’ 교육이 유효해야 합니다. 지금 상태는 ‘{state}’입니다.",
    en="Bringing in a substance of this class needs the training “{course}”. As it stands: {state}.",
    do_ko="교육을 이수하거나, 이수한 동료가 입고하거나 옮기십시오. 사용이 제한된 곳에서 꺼내는 데에는 교육을 묻지 않습니다.",
    do_en="Take the course, or let a colleague who has it receive or carry the container. Out of a locked place it needs no training.")
CLASS_AGREED = refusal(
    "safety.class_agreed", ko="이미 확인한 분류입니다.", en="Safety has agreed with these classes already.",
    do_ko="물질 분류 화면에서 확인하십시오.", do_en="See the page of classes.")
CLASS_OTHER = refusal(
    "safety.class_other", ko="그사이에 분류가 바뀌었습니다. 확인한 내용과 다릅니다.",
    en="The classes have changed meanwhile: these are not the ones that were looked at.",
    do_ko="화면을 다시 열어 지금의 분류를 확인하십시오.", do_en="Open the page again and look at what stands there now.")
CHEMICALS_LEFT = refusal(
    "safety.chemicals_left", ko="이 기업의 시약 용기 {count}개가 아직 재고에 있습니다.",
    en="{count} container(s) of the company are still in stock.",
    do_ko="폐기하거나 넘긴 것을 재고에 기록하십시오.", do_en="Record in the stock what was disposed of or passed on.")
AGENTS_LEFT = refusal(
    "safety.agents_left", ko="이 기업의 생물체 {count}건이 아직 관리대장에 있습니다.",
    en="{count} holding(s) of the company are still in the register of agents.",
    do_ko="폐기하거나 옮긴 것을 관리대장에 기록하십시오.", do_en="Record in the register what was destroyed or moved away.")
WASTE_LEFT = refusal(
    "safety.waste_left", ko="이 기업의 폐기물 용기 {count}개를 아직 수거하지 않았습니다.",
    en="{count} waste container(s) of the company have not been picked up.",
    do_ko="수거를 기록하십시오.", do_en="Record the pickup.")
LEFT = {
    "chemicals": (CHEMICALS_LEFT, Text(ko="남은 시약 없음", en="No chemicals left")),
    "biologicals": (AGENTS_LEFT, Text(ko="남은 생물체 없음", en="No agents left")),
    "waste": (WASTE_LEFT, Text(ko="남은 폐기물 없음", en="No waste left")),
}
"""What is left of a company that leaves, by kind of clearance: the refusal, and what is said where nothing is."""
