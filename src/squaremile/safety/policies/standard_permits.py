"""Kinds of permits that a cluster may adopt: data, each with where it was read and how sure that is.

`blocks` are what a missing one keeps shut once somebody is said to need it; `classes` narrow what may not be brought in.
`item` names the row of residency's checklists that such a paper answers: the row is signed off once it is in force here.
A figure marked K or C was not seen in a primary text: a cluster reads it there before it relies on it.
"""

from dataclasses import dataclass

from squaremile.kernel.words import Text

FLAMMABLE = ("flammable-IA", "flammable-IB", "flammable-IC", "combustible-II")


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of permit, notice or contract."""

    code: str
    name: Text
    authority: Text
    held_by: str
    blocks: tuple[str, ...]
    read_in: str
    certainty: str
    classes: tuple[str, ...] = ()
    remind: tuple[int, ...] = (90, 30, 7)
    item: str = ""


KINDS = (
    Kind("cambridge-rdna", Text(ko="케임브리지 재조합 DNA 허가", en="Cambridge recombinant DNA permit"),
         Text(ko="케임브리지 생물안전위원회", en="Cambridge Biosafety Committee"), "company", ("bringing",),
         "cambridgepublichealth.org, Laboratory Biosafety; renewed from 1 December to the end of February", "A", classes=("lmo",)),
    Kind("cambridge-flammables", Text(ko="케임브리지 인화성 물질 저장·사용 허가", en="Cambridge flammables storage and use permit"),
         Text(ko="케임브리지 소방서", en="Cambridge Fire Department"), "company", ("bringing",),
         "cambridgema.gov, Flammable Storage and Use Permit; renewed by 31 December", "A", classes=FLAMMABLE),
    Kind("cambridge-land-licence", Text(ko="케임브리지 인화성 물질 토지 면허", en="Cambridge flammables licence of the land"),
         Text(ko="케임브리지 면허위원회", en="Cambridge License Commission"), "cluster", ("bringing",),
         "cambridgema.gov, Flammable Storage and Use Permit", "A", classes=FLAMMABLE),
    Kind("ma-generator-id", Text(ko="매사추세츠 유해폐기물 배출자 번호", en="Massachusetts hazardous waste generator ID"),
         Text(ko="MassDEP·EPA", en="MassDEP and EPA"), "either", ("licence",), "mass.gov, Importance of Obtaining Generator ID", "A"),
    Kind("mwra-sewer", Text(ko="MWRA 하수 방류 허가", en="MWRA sewer use discharge permit"), Text(ko="MWRA", en="MWRA"), "either", (),
         "cambridgepublichealth.org, Laboratory Biosafety Presentation", "A"),
    Kind("medical-surveillance", Text(ko="건강 관리 위탁 계약", en="Medical surveillance contract"),
         Text(ko="산업보건 기관", en="Occupational health provider"), "company", ("bringing",),
         "cambridgepublichealth.org, Laboratory Biosafety Presentation", "A", classes=("BSL-2", "BSL-3"), item="medical_surveillance"),
    Kind("air-balance", Text(ko="급배기 균형 시험 성적서", en="Air balance report"), Text(ko="시험 기관", en="Testing firm"), "cluster", (),
         "cambridgepublichealth.org, Laboratory Biosafety Presentation", "A"),
    Kind("bsc-certificate", Text(ko="생물안전작업대 인증", en="Biosafety cabinet certificate"), Text(ko="인증 기관", en="Certifying firm"),
         "either", (), "Yearly and after a move", "K"),
    Kind("kr-hazmat-installation", Text(ko="위험물 제조소등 설치허가", en="Licence of a hazardous substances facility (Korea)"),
         Text(ko="관할 소방서", en="Fire station in charge"), "cluster", ("bringing",), "위험물안전관리법: Σ(양/지정수량) 1 이상", "B"),
    Kind("kr-hazmat-small", Text(ko="소량위험물 저장·취급 기준 확인", en="Small-quantity hazardous substances (Korea)"),
         Text(ko="시·도", en="City or province"), "cluster", (), "위험물안전관리법과 시·도 조례: 0.2 이상 1 미만", "B"),
    Kind("kr-lmo-facility", Text(ko="LMO 연구시설 설치·운영 신고", en="Notice of an LMO research facility (Korea)"),
         Text(ko="과학기술정보통신부", en="Ministry of Science and ICT"), "either", ("bringing",), "LMO법: 1·2등급 신고, 방 단위", "A",
         classes=("lmo",), item="lmo_notice"),
    Kind("kr-lmo-import", Text(ko="LMO 수입 신고", en="Notice of LMO import (Korea)"),
         Text(ko="과학기술정보통신부", en="Ministry of Science and ICT"), "company", (), "LMO법: 무상 제공도 신고", "A"),
    Kind("kr-waste", Text(ko="폐기물 배출자 신고와 위탁 처리 계약", en="Waste generator notice and disposal contract (Korea)"),
         Text(ko="시·군·구", en="City or district"), "either", ("licence",), "폐기물관리법", "K", item="waste_streams"),
    Kind("kr-chemicals", Text(ko="유해화학물질 영업허가·신고", en="Hazardous chemicals permit or notice (Korea)"),
         Text(ko="유역환경청", en="Regional environmental office"), "company", (), "화학물질관리법, 2025-08-07 시행", "B"),
    Kind("insurance", Text(ko="배상책임보험 증권", en="Liability insurance certificate"), Text(ko="보험사", en="Insurer"), "company",
         ("licence", "access"), "", "K", item="insurance_certificate"),
)  # fmt: skip
