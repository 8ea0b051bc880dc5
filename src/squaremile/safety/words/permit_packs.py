"""Words of permit packs: what is printed, in both languages."""

from squaremile.kernel.words import Text

TITLES = {
    "cambridge-biosafety": Text(ko="케임브리지 생물안전위원회 발표 자료", en="Cambridge Biosafety Committee: presentation items"),
    "fire-inventory": Text(ko="화재 안전 재고표(통제구역·등급별, 갤런)", en="Fire inventory: gallons by class and control area"),
    "lmo-notification": Text(ko="LMO 연구시설 설치·운영 신고 자료", en="LMO facility notification"),
}
SAYS = {
    "cambridge-biosafety": Text(
        ko="주소와 방, 등급별 작업, 폐기물 경로, 건강 관리, 다른 허가의 상태입니다. 위원회는 신청자마다 20–45분 발표를 받습니다.",
        en="Address and rooms, work by risk group, waste path, medical surveillance, status of other permits: each applicant presents these."),
    "fire-inventory": Text(
        ko="통제구역마다 위험물 등급별 합계를 미국 단위로 셉니다. 분류되지 않은 것은 수로 밝힙니다.",
        en="Sums of each hazard class by control area, in the units of the code. What has no class is counted and said."),
    "lmo-notification": Text(
        ko="시설(방)과 등급, 책임자, 다루는 LMO, 수입·수출 신고와 함께 낼 서류의 상태입니다.",
        en="Rooms with their levels and managers, the LMOs, notices of import and export, and the papers that go with it."),
}
ROOMS = Text(ko="방과 생물안전 등급", en="Rooms and their biosafety levels")
ROOM_HEAD = (
    Text(ko="방", en="Room"), Text(ko="등급", en="Level"), Text(ko="받는 종류", en="Admits"), Text(ko="LMO 신고 번호", en="LMO notice"),
    Text(ko="책임자", en="Manager"),
)  # fmt: skip
WORK = Text(ko="위험군별 작업", en="Work by risk group")
WORK_HEAD = (
    Text(ko="계획서", en="Protocol"), Text(ko="제목", en="Title"), Text(ko="기업", en="Company"), Text(ko="등급", en="Level"),
    Text(ko="연구책임자", en="Investigator"), Text(ko="승인 만료", en="Approved until"),
)  # fmt: skip
AGENTS = Text(ko="다루는 생물체", en="Agents")
AGENT_HEAD = (
    Text(ko="생물체", en="Agent"), Text(ko="종류", en="Kind"), Text(ko="위험군", en="Risk group"),
    Text(ko="숙주·벡터·삽입 유전자", en="Host, vector, insert"), Text(ko="기업", en="Company"), Text(ko="계획서", en="Protocol"),
)  # fmt: skip
HELD = Text(ko="보관 위치", en="Where it is held")
HELD_HEAD = (Text(ko="생물체", en="Agent"), Text(ko="양", en="Amount"), Text(ko="방", en="Room"), Text(ko="기업", en="Company"))
WASTE = Text(ko="폐기물 경로와 작업 설명(승인된 계획서)", en="Waste path and work, from approved protocols")
WASTE_HEAD = (Text(ko="계획서", en="Protocol"), Text(ko="내용", en="What it says"))
PERMITS = Text(ko="다른 허가·계약의 상태", en="Status of other permits and contracts")
PERMIT_HEAD = (
    Text(ko="종류", en="Kind"), Text(ko="번호", en="Number"), Text(ko="보유자", en="Held by"), Text(ko="상태", en="State"),
    Text(ko="만료", en="Valid until"),
)  # fmt: skip
BY_HAND = Text(ko="손으로 덧붙일 것", en="To be added by hand")
BY_HAND_HEAD = (Text(ko="항목", en="Item"), Text(ko="이유", en="Why"))
PREMISES = Text(ko="호실과 면적", en="Suites and areas")
PREMISES_HEAD = (
    Text(ko="호실", en="Suite"), Text(ko="코드", en="Code"), Text(ko="건물과 층", en="Building and storey"), Text(ko="면적(m²)", en="Area, m²"),
    Text(ko="기업", en="Company"),
)  # fmt: skip
SUPPLIERS = Text(ko="매점의 공급 업체", en="Suppliers of the store")
SUPPLIERS_HEAD = (Text(ko="업체", en="Supplier"), Text(ko="공급하는 물품 수", en="Items"))
ADDRESS = Text(ko="우편 주소", en="Postal address")
FLOOR_PLAN = Text(ko="폐기물 경로를 그린 평면도", en="Floor plan with the waste path")
VENDORS = Text(ko="매점 밖의 협력 업체", en="Vendors beside the store's suppliers")
NOT_DRAWN = Text(
    ko="층의 평면은 공간 화면에 있고, 폐기물 경로는 기록하지 않습니다", en="the plan of each storey is under Space; the waste path is not kept")
NOT_KEPT = Text(ko="squaremile에 기록하지 않습니다", en="not kept in squaremile")
BUSINESS = Text(ko="사업자등록증, 건축물대장, 자체점검표", en="Business registration, building register, self-check sheet")
INVENTORY_HEAD = (
    Text(ko="등급", en="Class"), Text(ko="조건", en="Condition"), Text(ko="합계", en="Total"), Text(ko="한도", en="Limit"),
    Text(ko="규칙 묶음", en="Pack"), Text(ko="확실함", en="Certainty"),
)  # fmt: skip
NO_LIMIT = Text(ko="한도 없음", en="no limit")
UNCLASSIFIED = Text(
    ko="등급이 없는 재고가 {count}건 있어 합계는 최소값입니다.", en="{count} lots of stock have no class: every sum is an “at least”.",
)
NO_PACK = Text(ko="적용 중인 규칙 묶음이 없습니다.", en="No rule pack is in force here.")
NOTICES = Text(ko="수입·수출 신고", en="Notices of import and export")
NOTICE_HEAD = (
    Text(ko="날짜", en="Day"), Text(ko="구분", en="What"), Text(ko="생물체", en="Agent"), Text(ko="상대", en="Other party"),
    Text(ko="신고 번호", en="Number"),
)  # fmt: skip
NOTHING = Text(ko="기록이 없습니다.", en="Nothing is recorded.")
MISSING = Text(ko="등록되지 않음", en="not recorded")
AS_OF = Text(ko="기준 시각", en="As of")
SCOPE = Text(ko="범위", en="Scope")
WHOLE = Text(ko="클러스터 전체", en="The whole cluster")
PACKS = Text(ko="규칙 묶음", en="Rule packs")
STANDARD = Text(ko="squaremile의 자료로 만든 것이며 제출 전에 확인해야 합니다.",
    en="Made from the data in squaremile; to be checked before it is handed in.")
