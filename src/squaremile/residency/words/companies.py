"""Words of the company record."""

from squaremile.kernel.words import Text, refusal

STATES = {
    "lead": Text(ko="문의", en="Lead"),
    "applicant": Text(ko="신청", en="Applicant"),
    "admitted": Text(ko="입주 확정", en="Admitted"),
    "resident": Text(ko="입주", en="Resident"),
    "alumni": Text(ko="졸업", en="Alumni"),
    "closed": Text(ko="폐업", en="Closed"),
    "declined": Text(ko="선정되지 않음", en="Declined"),
}
STAGES = {
    "idea": Text(ko="아이디어", en="Idea"),
    "pre_seed": Text(ko="프리시드", en="Pre-seed"),
    "seed": Text(ko="시드", en="Seed"),
    "series_a": Text(ko="시리즈 A", en="Series A"),
    "series_b": Text(ko="시리즈 B 이상", en="Series B or later"),
    "revenue": Text(ko="매출 단계", en="Revenue"),
}

COMPANY_UNKNOWN = refusal(
    "residency.company_unknown", ko="그런 기업이 없습니다.", en="No such company.",
    do_ko="기업 목록에서 다시 고르십시오.", do_en="Choose it again in the list of companies.")
COMPANY_KNOWN = refusal(
    "residency.company_known", ko="이 조직에는 이미 기업 기록이 있습니다.",
    en="This organisation has a company record already.",
    do_ko="그 기록을 여십시오.", do_en="Open that record.")
COMPANY_STEP = refusal(
    "residency.company_step", ko="지금 상태에서는 그 단계로 갈 수 없습니다.",
    en="The company cannot take that step from where it is.",
    do_ko="기업의 현재 상태를 확인하십시오.", do_en="Look at where the company stands now.")
STAGE_UNKNOWN = refusal(
    "residency.stage_unknown", ko="알 수 없는 성장 단계입니다.", en="There is no such stage.",
    do_ko="목록에 있는 단계를 고르십시오.", do_en="Choose one of the list.")
FOUNDED_LATER = refusal(
    "residency.founded_later", ko="설립일이 오늘보다 뒤일 수 없습니다.", en="The founding date cannot lie ahead.",
    do_ko="등기된 설립일을 적으십시오.", do_en="Give the registered founding date.")
PAPER_OVER = refusal(
    "residency.paper_licence_over", ko="입주 중인 기업의 계약만, 오늘이나 그 뒤까지 유효한 것으로 기록할 수 있습니다.",
    en="Only a company in residence has a licence on paper, and its last day is today or later.",
    do_ko="계약서의 마지막 날을 확인하시거나 비워 두십시오.", do_en="Look at its last day in the contract, or leave it empty.")
LISTED_NEEDS_SUMMARY = refusal(
    "residency.listed_needs_summary", ko="공개하려면 소개 글이 한국어나 영어로 있어야 합니다.",
    en="To be listed, a summary in Korean or English is needed.",
    do_ko="비밀이 아닌 소개를 한두 문장 적으십시오.", do_en="Write one or two sentences that are not confidential.")
WEBSITE_UNFIT = refusal(
    "residency.website_unfit", ko="웹사이트 주소는 http:// 나 https:// 로 시작해야 합니다.",
    en="A website's address begins with http:// or https://.",
    do_ko="주소를 다시 적으십시오.", do_en="Write the address again.")
