"""Words of places that do not fit a company: for staff, since they tell of whoever sits there."""

from squaremile.kernel.words import Text, refusal

TOO_LOW = Text(
    ko="{place}의 생물안전등급은 {level}이고, 이 기업의 작업은 {works}등급입니다.",
    en="{place} has biosafety level {level}; the company works at {works}.")
BESIDE = Text(
    ko="{room}에는 떨어뜨려야 할 {other:이가} 있습니다.", en="{room} has {other} in it, to be kept apart from it.")
TOO_MUCH = Text(
    ko="{area}의 {hazard}: 다른 기업 {others} + 이 기업 {own} = {sum}, 한도 {most}",
    en="{area}, {hazard}: others {others} + this company {own} = {sum}, limit {most}")
UNSAID = Text(
    ko="{area}의 {hazard}: 다른 기업 {others} + 이 기업 {own} = {sum}, 정해진 한도가 없어 들일 수 없습니다",
    en="{area}, {hazard}: others {others} + this company {own} = {sum}; no limit is said for it, so it takes none")

FROM_DAY = Text(ko="{day}부터: {what}", en="From {day}: {what}")

SPACE_UNFIT = refusal(
    "residency.space_unfit", ko="이 자리는 이 기업에 맞지 않습니다.", en="The places do not fit this company.",
    do_ko="다른 자리를 고르거나, 센터장이 까닭을 적어 허락합니다.", do_en="Choose other places; or the site director lets it pass, with a reason.")
FIT_BY_DIRECTOR = refusal(
    "residency.space_unfit_by_director", ko="맞지 않는 자리를 허락하는 일은 센터장이 합니다.",
    en="To let it sit where it does not fit is the site director's.",
    do_ko="다른 자리를 고르거나, 센터장에게 부탁하십시오.", do_en="Choose other places, or ask the site director to do it.")
FIT_REASON = refusal(
    "residency.space_unfit_reason", ko="예외에는 까닭이 필요합니다.", en="An exception needs its reason.",
    do_ko="까닭을 적으십시오.", do_en="Write why.")
