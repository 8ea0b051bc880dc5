"""Words of mixtures and their components."""

from squaremile.kernel.words import refusal

NUMBERED = refusal(
    "safety.mixture_numbered", ko="혼합물에는 CAS 번호가 없습니다. CAS 번호는 그 성분의 것입니다.",
    en="A mixture has no CAS number of its own: CAS numbers are its components'.",
    do_ko="CAS 번호 없이 혼합물로 새로 등록하고, CAS 번호는 성분에 적으십시오.",
    do_en="Register it anew as a mixture without a CAS number, and name the numbers of its components.")
UNSOUND = refusal(
    "safety.components_unsound", ko="성분을 읽을 수 없거나 함량이 맞지 않습니다.",
    en="The components cannot be read, or their shares do not fit.",
    do_ko="성분마다 무게 %로 0보다 크고 100 이하인 최저·최고 함량을 적으십시오. 최저 함량의 합은 100을 넘을 수 없고, 같은 성분은 한 번만 적습니다.",
    do_en="Give each component once, with a lowest and a highest share above 0 and up to 100 % by weight; the lowest together are 100 at most.")
COMPONENT_UNKNOWN = refusal(
    "safety.component_unknown", ko="성분을 찾을 수 없습니다.", en="There is no such component.",
    do_ko="CAS 번호를 적거나, 같은 목록에 먼저 등록한 물질의 코드나 이름을 적으십시오.",
    do_en="Write its CAS number, or the code or name of a substance of the same register.")
COMPONENT_MIXED = refusal(
    "safety.component_mixed", ko="혼합물은 다른 혼합물의 성분이 될 수 없습니다.", en="A mixture is no component of another.",
    do_ko="그 혼합물에 든 성분을 하나씩 적으십시오.", do_en="List what is in it, one by one.")
