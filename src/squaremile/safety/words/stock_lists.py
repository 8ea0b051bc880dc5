"""Words of stock lists that are brought in."""

from squaremile.kernel.words import Text, refusal

NOBODY = Text(ko="여기 없는 회사입니다", en="is no company here")
NOBODY_DO = Text(ko="회사의 코드나 이름을 그대로 적으십시오", en="write the company's code or its name as it is here")
NOWHERE = Text(ko="여기 없는 방입니다", en="is no room here")
NOWHERE_DO = Text(ko="방의 코드나 이름을 그대로 적으십시오", en="write the room's code or its name as it is here")
NO_CABINET = Text(ko="그 방에 없는 보관함입니다", en="is no cabinet of that room")
NO_CABINET_DO = Text(ko="그 방 보관함의 코드를 적으십시오", en="write the code of a cabinet of that room")
OTHERWISE = Text(ko="이 혼합물의 성분이 앞의 행과 다릅니다", en="is not what an earlier row says this mixture is made of")
OTHERWISE_DO = Text(
    ko="모든 행에 같은 성분을 적거나 이 칸을 비우십시오", en="write the same components in each of its rows, or leave the cell blank")
KEPT = Text(
    ko="{name}: 목록의 성분이 등록된 성분과 달라 등록된 것을 그대로 두었습니다. 바뀌었다면 물질 화면에서 고치십시오.",
    en="{name}: the list says other components than are known. The known ones stay; if they have changed, correct them on its page.")
LIST = "재고 목록 · stock list"
"""Where the components of a mixture were read, of a list without a name."""
MOST = 2000
LIST_TOO_LONG = refusal(
    "safety.list_too_long", ko="한 번에 {most}행까지 가져올 수 있습니다. 이 목록은 {rows}행입니다.",
    en="Up to {most} rows come in at a time; this list has {rows}.",
    do_ko="목록을 나누어 가져오십시오.", do_en="Split the list.")
LIST_CLASH = refusal(
    "safety.list_clash", ko="같은 목록을 다른 사람이 지금 가져오고 있습니다.", en="Somebody else is bringing the same list in right now.",
    do_ko="잠시 뒤에 다시 가져오십시오. 두 번 들어가지 않습니다.", do_en="Try again in a moment: nothing comes in twice.")
