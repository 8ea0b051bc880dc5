"""Words of the registry: organisations, sites, sources, activities, figures."""

from squaremile.kernel.words import Text, refusal

CHANGED_SINCE = refusal(
    "atlas.changed_since", ko="이 화면을 여신 뒤에 다른 사람이 같은 항목을 고쳤습니다.",
    en="Somebody else changed the same field after you opened this page.",
    do_ko="화면을 새로 열어 지금 내용을 확인하고 다시 고치십시오.", do_en="Open the page again, see what it says now, and change it there.")
ORGANISATION_UNKNOWN = refusal(
    "atlas.organisation_unknown", ko="아틀라스에 그런 기관이 없습니다.", en="There is no such organisation in the atlas.",
    do_ko="기관 목록에서 코드를 확인하십시오.", do_en="Check its code in the registry.")
SITE_UNKNOWN = refusal(
    "atlas.site_unknown", ko="그런 사업장이 없습니다.", en="There is no such site.",
    do_ko="기관 화면에서 사업장의 코드를 확인하십시오.", do_en="Check its code on the organisation's page.")
SOURCE_UNKNOWN = refusal(
    "atlas.source_unknown", ko="그런 출처가 없습니다.", en="There is no such source.",
    do_ko="먼저 출처를 올리고 그 코드를 쓰십시오.", do_en="Enter the source first and use its code.")
ACTIVITY_UNKNOWN = refusal(
    "atlas.activity_unknown", ko="그 분류에 그런 코드가 없습니다.", en="This scheme has no such code.",
    do_ko="분류와 코드를 확인하거나 코드를 먼저 올리십시오.", do_en="Check scheme and code, or enter the code first.")
ID_TAKEN = refusal(
    "atlas.id_taken", ko="이 번호는 다른 기관의 것으로 올라 있습니다.", en="Another organisation has this number already.",
    do_ko="같은 기관이면 중복 후보에서 합치십시오.", do_en="If they are one, merge them among the possible duplicates.")
ROR_UNSOUND = refusal(
    "atlas.ror_unsound", ko="ROR 번호의 검사 숫자가 맞지 않습니다.", en="The check digits of this ROR id are wrong.",
    do_ko="https://ror.org/ 뒤의 아홉 글자를 확인하십시오.", do_en="Check the nine characters after https://ror.org/.")
OPENALEX_UNSOUND = refusal(
    "atlas.openalex_unsound", ko="OpenAlex 기관 번호의 모양이 아닙니다.", en="This is not the number of an OpenAlex institution.",
    do_ko="I로 시작하는 번호를 쓰십시오(예: I63966007).", do_en="Give the number that begins with I, such as I63966007.")
LEI_UNSOUND = refusal(
    "atlas.lei_unsound", ko="법인식별기호(LEI)의 검사 숫자가 맞지 않습니다.", en="The check digits of this LEI are wrong.",
    do_ko="스무 글자를 다시 확인하십시오.", do_en="Check its twenty characters.")
PARENT_LOOP = refusal(
    "atlas.parent_loop", ko="기관이 자기 자신이나 그 아래 기관에 속할 수 없습니다.",
    en="An organisation cannot belong to itself or to one below it.",
    do_ko="위 기관을 다시 고르십시오.", do_en="Choose another parent.")
FOUNDED_UNSOUND = refusal(
    "atlas.founded_unsound", ko="설립 연도는 800년부터 2200년 사이의 네 자리 수입니다.",
    en="The year of foundation is between 800 and 2200.", do_ko="연도를 확인하십시오.", do_en="Check the year.")
POINT_UNSOUND = refusal(
    "atlas.point_unsound", ko="위도, 경도, 정밀도는 함께 적거나 함께 비웁니다.",
    en="Latitude, longitude and precision are given together or not at all.",
    do_ko="위도(-90~90), 경도(-180~180)와 정밀도(roof, street, postcode, city)를 모두 적으십시오.",
    do_en="Give latitude (-90 to 90), longitude (-180 to 180) and precision (roof, street, postcode or city).")
CLOSED_BEFORE_OPENED = refusal(
    "atlas.closed_before_opened", ko="닫은 날이 연 날보다 앞섭니다.", en="It closes before it opens.",
    do_ko="두 날짜를 확인하십시오.", do_en="Check the two days.")
FLOOR_UNSOUND = refusal(
    "atlas.floor_unsound", ko="바닥 면적은 0보다 큽니다.", en="A floor area is more than 0.",
    do_ko="제곱미터로 적으십시오.", do_en="Give it in square metres.")
WEIGHT_UNSOUND = refusal(
    "atlas.weight_unsound", ko="가중치가 알맞지 않습니다.", en="This weight is not sound.",
    do_ko="0보다 큰 수를 쓰십시오. 분류 사이의 가중치는 1을 넘지 않습니다.",
    do_en="Use a number above 0; between two schemes at most 1.")
TIE_OF_TWO = refusal(
    "atlas.tie_of_two", ko="관계는 서로 다른 두 기관 사이에 있습니다.", en="A tie is between two different organisations.",
    do_ko="두 기관을 확인하십시오.", do_en="Check the two organisations.")
PERIOD_UNSOUND = refusal(
    "atlas.period_unsound", ko="기간은 2023, 2023-Q1, 2023-04처럼 적습니다.", en="Write a period as 2023, 2023-Q1 or 2023-04.",
    do_ko="기간을 고쳐 적으십시오.", do_en="Write it again.")
FIGURE_UNSOUND = refusal(
    "atlas.figure_unsound", ko="값은 0 이상으로 적거나, 비공개라고 표시하고 비웁니다.",
    en="A figure is 0 or more, or it is marked as suppressed and left out.",
    do_ko="둘 가운데 하나만 쓰십시오.", do_en="Give one of the two.")
TOO_FEW = refusal(
    "atlas.too_few", ko="우리 클러스터의 값은 다섯 곳 이상의 기관에서 나온 합계만 올릴 수 있습니다.",
    en="A figure of the cluster's own rests on five organisations or more.",
    do_ko="더 넓게 묶거나 비공개로 표시하십시오.", do_en="Take a wider group, or mark it as suppressed.")
ENTRY_UNKNOWN = refusal(
    "atlas.entry_unknown", ko="그런 항목이 없습니다.", en="There is no such entry.",
    do_ko="종류(organisation, region, claim)와 코드를 확인하십시오.", do_en="Check its kind (organisation, region or claim) and code.")
SOURCE_DIFFERS = refusal(
    "atlas.source_differs", ko="이 출처는 이미 다른 뜻으로 쓰이고 있습니다.", en="This code is already another source.",
    do_ko="다른 코드를 쓰십시오.", do_en="Use another code.")

KINDS = {
    "company": Text(ko="기업", en="company"), "startup": Text(ko="스타트업", en="start-up"),
    "university": Text(ko="대학", en="university"), "institute": Text(ko="연구소", en="institute"),
    "hospital": Text(ko="병원", en="hospital"), "investor": Text(ko="투자사", en="investor"),
    "public": Text(ko="공공기관", en="public body"), "association": Text(ko="협회", en="association"),
    "other": Text(ko="기타", en="other"),
}  # fmt: skip
STATUSES = {
    "active": Text(ko="활동 중", en="active"), "inactive": Text(ko="활동 끝", en="closed"),
    "withdrawn": Text(ko="거둔 기록", en="withdrawn record"),
}  # fmt: skip
PRECISIONS = {
    "roof": Text(ko="건물", en="building"), "street": Text(ko="도로", en="street"),
    "postcode": Text(ko="우편번호", en="postcode"), "city": Text(ko="도시 중심", en="middle of the city"),
    "": Text(ko="위치 모름", en="no point"),
}  # fmt: skip
SCHEMES = {
    "naics": Text(ko="NAICS 2022", en="NAICS 2022"), "ksic": Text(ko="한국표준산업분류 10차", en="KSIC 10"),
    "cluster": Text(ko="클러스터 정의", en="cluster definition"), "topic": Text(ko="OpenAlex 주제", en="OpenAlex topic"),
    "bio": Text(ko="바이오의 색", en="colour of biotechnology"), "modality": Text(ko="치료 방식", en="modality"),
    "fda": Text(ko="FDA 허가 종류", en="FDA application"),
}  # fmt: skip
MEASURES = {
    "jobs": Text(ko="일자리", en="jobs"), "firms": Text(ko="사업체", en="establishments"), "wages": Text(ko="임금", en="wages"),
    "patents": Text(ko="특허", en="patents"), "papers": Text(ko="논문", en="papers"), "trials": Text(ko="임상시험", en="trials"),
    "grants": Text(ko="과제", en="grants"), "funding": Text(ko="연구비", en="funding"), "vc": Text(ko="벤처투자", en="venture capital"),
}  # fmt: skip
TIES = {
    "coauthor": Text(ko="공동 저술", en="written together"), "trial": Text(ko="임상시험", en="trial together"),
    "grant": Text(ko="과제 지원", en="grant"), "licence": Text(ko="기술 이전", en="licence"),
    "investment": Text(ko="투자", en="investment"), "parent": Text(ko="모회사", en="parent"),
}  # fmt: skip
FIELDS = {
    "name_ko": Text(ko="한국어 이름", en="Korean name"), "name_en": Text(ko="영어 이름", en="English name"),
    "also": Text(ko="다른 이름", en="other names"), "kind": Text(ko="종류", en="kind"), "parent": Text(ko="위 기관", en="parent"),
    "founded": Text(ko="설립", en="founded"), "status": Text(ko="상태", en="status"), "country": Text(ko="나라", en="country"),
    "city": Text(ko="도시", en="city"), "ror": Text(ko="ROR", en="ROR"), "openalex": Text(ko="OpenAlex", en="OpenAlex"),
    "lei": Text(ko="LEI", en="LEI"), "website": Text(ko="누리집", en="website"), "address_ko": Text(ko="주소(한국어)", en="address in Korean"),
    "address_en": Text(ko="주소(영어)", en="address in English"), "point": Text(ko="위치", en="point"), "opened": Text(ko="연 날", en="opened"),
    "closed": Text(ko="닫은 날", en="closed"), "jobs": Text(ko="일자리", en="jobs"), "floor_m2": Text(ko="바닥 면적", en="floor area"),
    "outline": Text(ko="경계", en="outline"), "area_km2": Text(ko="면적", en="area"), "population": Text(ko="인구", en="population"),
}  # fmt: skip
