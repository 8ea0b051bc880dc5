"""Words of what training shuts: access to places, and substances of a class."""

from squaremile.kernel.words import refusal

ENTER_UNTRAINED = refusal(
    "safety.enter_untrained", ko="이 구역에 출입하려면 ‘{course}’ 교육이 유효해야 합니다. 지금 상태는 ‘{state}’입니다.",
    en="Access to this place needs the training “{course}”. As it stands: {state}.",
    do_ko="교육을 이수한 뒤 출입증을 받으십시오.", do_en="Take the course; then the badge is given.")
BRING_UNTRAINED = refusal(
    "safety.bring_untrained", ko="이 등급의 물질을 들여오려면 ‘{course}’ 교육이 유효해야 합니다. 지금 상태는 ‘{state}’입니다.",
    en="Bringing in a substance of this class needs the training “{course}”. As it stands: {state}.",
    do_ko="교육을 이수하거나 이수한 동료가 입고하십시오.", do_en="Take the course, or let a colleague who has it receive the container.")
CLASS_AGREED = refusal(
    "safety.class_agreed", ko="이미 확인한 분류입니다.", en="Safety has agreed with these classes already.",
    do_ko="물질 분류 화면에서 확인하십시오.", do_en="See the page of classes.")
CLASS_OTHER = refusal(
    "safety.class_other", ko="그사이에 분류가 바뀌었습니다. 확인한 내용과 다릅니다.",
    en="The classes have changed meanwhile: these are not the ones that were looked at.",
    do_ko="화면을 다시 열어 지금의 분류를 확인하십시오.", do_en="Open the page again and look at what stands there now.")
