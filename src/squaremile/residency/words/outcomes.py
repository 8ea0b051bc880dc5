"""Words of outcomes: kinds of events, where money came from, what a figure is called."""

from squaremile.kernel.words import Text, refusal

KINDS = {
    "jobs": Text(ko="고용 인원", en="People employed"),
    "capital": Text(ko="자금 유치", en="Capital raised"),
    "ipo": Text(ko="기업공개", en="Listed on a stock exchange"),
    "acquisition": Text(ko="인수합병", en="Merged or acquired"),
    "patent_filed": Text(ko="특허 출원", en="Patents filed"),
    "patent_granted": Text(ko="특허 등록", en="Patents granted"),
    "trial_started": Text(ko="임상시험 시작", en="Clinical trials started"),
    "participants_dosed": Text(ko="투약 대상자", en="Trial participants dosed"),
    "product": Text(ko="제품 출시", en="Products on the market"),
    "moved": Text(ko="졸업 후 거리", en="Distance after leaving"),
    "founders": Text(ko="여성 창업자", en="Founders who are women"),
    "nps": Text(ko="추천 의향", en="Would recommend the place"),
    "closed": Text(ko="폐업", en="Closed down"),
    "regional_financing": Text(ko="지역 초기 투자 총액", en="Early financing of the region"),
}
MEASURED = {
    "jobs": Text(ko="그날 고용한 사람 수", en="people employed on that day"),
    "capital": Text(ko="금액", en="amount"),
    "ipo": Text(ko="공모 금액(알 때)", en="amount raised, where known"),
    "acquisition": Text(ko="인수 대금(알 때)", en="proceeds, where known"),
    "patent_filed": Text(ko="건수", en="how many"),
    "patent_granted": Text(ko="건수", en="how many"),
    "trial_started": Text(ko="건수", en="how many"),
    "participants_dosed": Text(ko="이번에 투약한 사람 수", en="people dosed since the last entry"),
    "product": Text(ko="개수", en="how many"),
    "moved": Text(ko="사이트에서 직선 거리(m)", en="metres from the site, as the crow flies"),
    "founders": Text(ko="창업자 가운데 여성 수", en="women among the founders"),
    "nps": Text(ko="0~10점", en="0 to 10"),
    "closed": Text(ko="수량 없음", en="nothing to count"),
    "regional_financing": Text(ko="그해 금액", en="amount of the year"),
}
SOURCES = {
    "venture": Text(ko="벤처투자", en="Venture capital"),
    "angel": Text(ko="개인투자", en="Angels"),
    "corporate": Text(ko="기업투자", en="Corporate investors"),
    "grant": Text(ko="정부지원", en="Public grants"),
    "debt": Text(ko="융자", en="Loans"),
    "public_offering": Text(ko="공모", en="Public offering"),
    "other": Text(ko="기타", en="Other"),
}
ROUNDS = {
    "pre_seed": Text(ko="프리시드", en="Pre-seed"),
    "seed": Text(ko="시드", en="Seed"),
    "series_a": Text(ko="시리즈 A", en="Series A"),
    "series_b": Text(ko="시리즈 B", en="Series B"),
    "later": Text(ko="시리즈 C 이후", en="Later rounds"),
    "none": Text(ko="라운드 없음", en="No round"),
}
CONFIDENCE = {
    "self_reported": Text(ko="기업 신고", en="Self-reported"),
    "verified": Text(ko="증빙 확인", en="Verified"),
}
WITHHELD = {
    "few": Text(ko="3개 미만 기업의 값이라 가렸습니다.", en="Withheld: fewer than three companies stand behind it."),
    "difference": Text(
        ko="다른 값에서 빼면 3개 미만 기업의 값이 드러나서 가렸습니다.",
        en="Withheld: taken from another figure it would show fewer than three companies.",
    ),
}
CHANGED = {
    "definition": Text(ko="정의가 바뀌었습니다.", en="The definition has changed."),
    "data": Text(ko="그 뒤에 알게 된 사실을 넣었습니다.", en="What became known since is counted in."),
}

KIND_UNKNOWN = refusal(
    "residency.outcome_kind_unknown", ko="그런 성과 종류가 없습니다.", en="There is no such kind of outcome.",
    do_ko="목록에 있는 종류를 고르십시오.", do_en="Choose one of the list.")
OUTCOME_UNFIT = refusal(
    "residency.outcome_unfit", ko="‘{kind}’에는 {wanted:이가} 있어야 합니다.", en="“{kind}” needs: {wanted}.",
    do_ko="그 칸을 채우십시오.", do_en="Fill in that field.")
OUTCOME_LATER = refusal(
    "residency.outcome_later", ko="아직 일어나지 않은 일은 성과로 적을 수 없습니다.",
    en="What has not happened yet is no outcome.",
    do_ko="오늘이나 그 전의 날짜를 적으십시오.", do_en="Give a date that is not ahead.")
VERIFIED_NEEDS_EVIDENCE = refusal(
    "residency.verified_needs_evidence", ko="증빙 없이는 ‘증빙 확인’으로 둘 수 없습니다.",
    en="Without evidence nothing is verified.",
    do_ko="증빙 주소나 파일을 넣거나 ‘기업 신고’로 두십시오.",
    do_en="Give the evidence's address or file, or leave it self-reported.")
VERIFIED_BY_STAFF = refusal(
    "residency.verified_by_staff", ko="증빙 확인은 프로그램 담당자가 합니다.", en="The programme's staff verify outcomes.",
    do_ko="‘기업 신고’로 적으십시오. 담당자가 증빙을 확인합니다.",
    do_en="Enter it as self-reported; staff look at the evidence.")
EVIDENCE_UNFIT = refusal(
    "residency.evidence_unfit", ko="증빙 주소는 http:// 나 https:// 로 시작해야 합니다.",
    en="The evidence's address begins with http:// or https://.",
    do_ko="주소를 다시 적으십시오.", do_en="Write the address again.")
OUTCOME_UNKNOWN = refusal(
    "residency.outcome_unknown", ko="그런 성과 기록이 없습니다.", en="No such outcome.",
    do_ko="성과 목록에서 다시 고르십시오.", do_en="Choose it again in the list of outcomes.")
OUTCOME_CORRECTED = refusal(
    "residency.outcome_corrected", ko="이 기록은 이미 고쳐졌습니다.", en="This entry has been corrected already.",
    do_ko="새 기록을 여십시오.", do_en="Open the newer entry.")
EVIDENCE_NOT_ITS_OWN = refusal(
    "residency.evidence_not_its_own", ko="그 기업의 파일이 아닙니다.", en="The file is not one of that company.",
    do_ko="증빙을 그 기업의 파일로 올리십시오.", do_en="Upload the evidence as a file of that company.")
REPORT_UNKNOWN = refusal(
    "residency.report_unknown", ko="그런 보고서가 없습니다.", en="No such report.",
    do_ko="보고서 목록에서 다시 고르십시오.", do_en="Choose it again in the list of reports.")
REPORT_OUT = refusal(
    "residency.report_out", ko="이미 공개한 보고서입니다.", en="The report has been published already.",
    do_ko="고칠 것이 있으면 새 보고서를 만드십시오.", do_en="If something is to change, make a new report.")
REPORT_AHEAD = refusal(
    "residency.report_ahead", ko="기준일이 오늘보다 뒤일 수 없습니다.", en="The as-of date cannot lie ahead.",
    do_ko="오늘이나 그 전의 날짜를 고르십시오.", do_en="Choose today or a date before it.")
DEFINITION_UNKNOWN = refusal(
    "residency.definition_unknown", ko="‘{given}’이라는 지표나 판이 없습니다.", en="There is no indicator, or no version of one, called “{given}”.",
    do_ko="지표 정의 목록을 보십시오.", do_en="See the list of definitions.")
REPORT_UNTITLED = refusal(
    "residency.report_untitled", ko="보고서에는 한국어나 영어 제목이 있어야 합니다.",
    en="A report needs a title in Korean or English.",
    do_ko="제목을 적으십시오.", do_en="Write a title.")
