"""Words of hazard analyses before work."""

from squaremile.kernel.words import Text, refusal

STANDINGS = {
    "draft": Text(ko="작성 중", en="Draft"), "signed": Text(ko="승인 대기", en="Waits for approval"),
    "returned": Text(ko="보완 요청", en="Returned"), "approved": Text(ko="승인", en="Approved"),
    "out_of_date": Text(ko="다시 해야 함", en="Out of date"), "lapsed": Text(ko="기한 지남", en="Its year is over"),
    "replaced": Text(ko="대체됨", en="Replaced"), "ended": Text(ko="작업 종료", en="Work is over"),
}
LOOKS = {"approved": "ok", "signed": "warn", "returned": "warn", "out_of_date": "stop", "lapsed": "stop"}
KINDS = {
    "substance": Text(ko="화학물질", en="Substance"), "gas": Text(ko="가스", en="Gas"), "agent": Text(ko="생물체", en="Biological agent"),
    "equipment": Text(ko="장비", en="Equipment"),
}
PPE = {
    "goggles": Text(ko="보안경", en="Goggles"), "face_shield": Text(ko="안면보호구", en="Face shield"),
    "gloves_nitrile": Text(ko="니트릴 장갑", en="Nitrile gloves"), "gloves_cryo": Text(ko="초저온 장갑", en="Cryogenic gloves"),
    "coat": Text(ko="실험복", en="Laboratory coat"), "apron": Text(ko="내화학 앞치마", en="Chemical apron"),
    "respirator": Text(ko="방독마스크", en="Respirator"), "mask": Text(ko="방진마스크", en="Particle mask"),
    "ear": Text(ko="귀마개", en="Ear protection"), "shoes": Text(ko="안전화", en="Safety shoes"),
}
CHANGES = {
    "added": Text(ko="새로 생김: {what} {after}", en="New: {what} {after}"),
    "more": Text(ko="늘어남: {what} {before} → {after}", en="More: {what} {before} → {after}"),
    "classed": Text(ko="분류가 바뀜: {what} {before} → {after}", en="Classed otherwise: {what} {before} → {after}"),
    "gone": Text(ko="없어짐: {what} {before}", en="Gone: {what} {before}"),
}
LEVEL = Text(ko="위험군", en="risk group")
UNCLASSED = Text(ko="미분류", en="no class known")
NO_SOURCE = Text(ko="확인 안 됨", en="not known")
REGISTER = Text(ko="장비 목록", en="register of instruments")
COMPRESSED = Text(ko="압축가스", en="compressed gas")
CYLINDERS = Text(ko="가스 용기 목록", en="register of gas cylinders")
ENDS = Text(ko="사전유해인자위험분석 {analysis}의 승인이 {day}에 끝납니다.", en="The approval of hazard analysis {analysis} ends on {day}.")
WAITS = Text(ko="사전유해인자위험분석 {analysis:이가} 승인을 기다립니다.", en="Hazard analysis {analysis} waits for approval.")
TITLE = Text(ko="사전유해인자위험분석", en="Hazard analysis before work (R&DSA)")
POSTED = Text(
    ko="실험실 안에 붙여 두고, 사고가 나면 소방서에 건넵니다.", en="To be posted in the laboratory, and handed to the fire service in an accident.",
)

ANALYSIS_UNKNOWN = refusal(
    "safety.analysis_unknown", ko="그런 사전유해인자위험분석이 없습니다.", en="No such hazard analysis.",
    do_ko="목록에서 다시 고르십시오.", do_en="Choose it again in the list.")
ANALYSIS_UNSOUND = refusal(
    "safety.analysis_unsound",
    ko="활동 이름, 우리 회사의 책임자, 비상 조치 계획, 그리고 단계마다 하는 일과 대책이 있어야 합니다.",
    en="It needs a name, a responsible person of the company, an emergency plan, and steps that say what is done and what is done about its risk.",
    do_ko="빠진 것을 적으십시오.", do_en="Fill in what is missing.")
ANALYSIS_STEP = refusal(
    "safety.analysis_step", ko="이 분석은 지금 상태에서 그렇게 할 수 없습니다.", en="The analysis cannot take that step now.",
    do_ko="상태를 확인하십시오.", do_en="Look at its state.")
NOT_RESPONSIBLE = refusal(
    "safety.analysis_not_responsible", ko="연구실책임자 본인만 서명할 수 있습니다.", en="Only the responsible person signs, in her own name.",
    do_ko="책임자에게 서명을 요청하십시오.", do_en="Ask her to sign.")
STOCK_CHANGED = refusal(
    "safety.analysis_stock_changed", ko="작성한 뒤에 유해인자가 바뀌었습니다({what}). 다시 작성해야 합니다.",
    en="The hazards have changed since it was drafted: {what}.",
    do_ko="다시 작성하면 지금의 유해인자로 채워집니다.", do_en="Draft it anew: it is filled with what stands there now.")
REASON = refusal(
    "safety.analysis_reason", ko="결정한 이유를 적어야 합니다.", en="Say why it was decided so.",
    do_ko="한 문장으로 적으십시오.", do_en="A sentence is enough.")
