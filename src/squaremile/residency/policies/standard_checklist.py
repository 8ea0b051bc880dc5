"""The checklist that holds until a cluster declares its own: version 0.

Days and hours of law are those of the Korean lab-safety act and of OSHA's blood-borne pathogens rule as the field knows
them; a cluster checks them against the text in force before it relies on them.
"""

from squaremile.kernel.words import Text
from squaremile.residency.policies.checklists import Checklist, Item

LAB_SAFETY_ACT = "연구실안전법"
BLOOD_BORNE = "29 CFR 1910.1030"
LMO_ACT = "LMO법"

JOINING = (
    Item("orientation", Text(ko="안전 오리엔테이션과 확인 시험", en="Safety orientation and its quiz"),
         "person", "safety", blocks=("badge", "booking", "chemicals", "biologicals"), lasts=730),
    Item("emergency_contact", Text(ko="비상 연락처 적기", en="Enter an emergency contact"),
         "person", "person", blocks=("badge",)),
    Item("house_rules", Text(ko="이용 수칙과 비밀 유지 서약", en="House rules and confidentiality pledge"),
         "person", "person", blocks=("badge",)),
    Item("insurance", Text(ko="연구활동종사자 보험 가입 확인", en="Insurance of laboratory workers confirmed"),
         "company", "operations", applies_if=("lab",), blocks=("booking",), source=LAB_SAFETY_ACT),
    Item("new_staff_training", Text(ko="신규 교육·훈련(8시간)", en="Training for new staff (8 hours)"),
         "person", "safety", due=180, applies_if=("lab",), blocks=("booking",), after_due=True, evidence=True,
         source=LAB_SAFETY_ACT),
    Item("tour_of_exits", Text(ko="비상구, 세안기, 소화기 위치 확인", en="Exits, eyewash and extinguishers shown"),
         "operations", "operations", due=1),
    Item("chemical_safety", Text(ko="화학물질 취급 교육", en="Chemical safety course"),
         "person", "safety", applies_if=("chemicals",), blocks=("chemicals",), lasts=365, evidence=True),
    Item("health_check", Text(ko="특수건강검진 안내", en="Health check for exposed staff offered"),
         "company", "safety", due=180, applies_if=("chemicals", "bsl2", "human_samples")),
    Item("blood_borne", Text(ko="혈액매개 병원체 교육", en="Blood-borne pathogens course"),
         "person", "safety", applies_if=("bsl2", "human_samples"), blocks=("badge", "biologicals"), lasts=365,
         evidence=True, source=BLOOD_BORNE),
    Item("vaccine_offer", Text(ko="B형간염 예방접종 제안(10일 안)", en="Hepatitis B vaccine offered (within 10 days)"),
         "company", "safety", due=10, applies_if=("bsl2", "human_samples"), evidence=True, source=BLOOD_BORNE),
    Item("animal_course", Text(ko="실험동물 취급 교육", en="Animal care and use course"),
         "person", "safety", applies_if=("animals",), blocks=("badge",), lasts=365, evidence=True),
    Item("lmo_course", Text(ko="유전자변형생물체 취급 교육", en="Course on living modified organisms"),
         "person", "safety", applies_if=("lmo",), blocks=("biologicals",), lasts=365, evidence=True, source=LMO_ACT),
    Item("laser_course", Text(ko="레이저 안전 교육과 눈 검사", en="Laser safety course and eye check"),
         "person", "safety", applies_if=("lasers",), blocks=("booking",), lasts=365, evidence=True),
    Item("gas_course", Text(ko="고압가스·액체질소 취급 교육", en="Compressed gas and cryogen course"),
         "person", "safety", applies_if=("gas", "cryogens"), blocks=("booking",), lasts=365, evidence=True),
    Item("guardian_consent", Text(ko="법정대리인 동의서", en="Consent of a parent or guardian"),
         "company", "operations", due=-7, applies_if=("minor",), blocks=("badge", "booking", "chemicals", "biologicals"),
         evidence=True),
    Item("named_supervisor", Text(ko="동행 감독자 지정", en="Supervisor named who stays with her"),
         "company", "safety", applies_if=("minor", "student"), blocks=("chemicals", "biologicals")),
)  # fmt: skip

LEAVING = (
    Item("return_badge", Text(ko="출입증 반납", en="Badge returned"), "person", "operations", anchor="exit"),
    Item("return_keys", Text(ko="열쇠 반납", en="Keys returned"), "person", "operations", anchor="exit"),
    Item("hand_over_samples", Text(ko="시료·시약 인계", en="Samples and reagents handed over"),
         "person", "company", due=-7, anchor="exit", applies_if=("lab",)),
    Item("hand_over_records", Text(ko="연구노트·데이터 인계", en="Notebooks and data handed over"),
         "person", "company", due=-7, anchor="exit"),
)  # fmt: skip

COMPANY = (
    Item("insurance_certificate", Text(ko="배상책임보험 증권", en="Liability insurance certificate"),
         "company", "operations", due=-14, about="company", blocks=("badge", "booking"), evidence=True, lasts=365),
    Item("emergency_list", Text(ko="비상 연락망", en="Emergency call list"), "company", "safety", due=-7, about="company"),
    Item("safety_lead", Text(ko="연구실책임자·안전담당자 지정", en="Lab head and safety lead named"),
         "company", "safety", due=-7, about="company", applies_if=("lab",), blocks=("chemicals", "biologicals"),
         source=LAB_SAFETY_ACT),
    Item("hazard_analysis", Text(ko="사전유해인자위험분석", en="Hazard analysis before work"),
         "company", "safety", about="company", applies_if=("chemicals", "gas"), blocks=("chemicals",), evidence=True,
         source=LAB_SAFETY_ACT),
    Item("chemical_declaration", Text(ko="반입 화학물질 신고(목록·SDS)", en="Chemicals declared for intake (list, SDS)"),
         "company", "safety", due=-14, about="company", applies_if=("chemicals",), blocks=("chemicals",), evidence=True),
    Item("biosafety_registration", Text(ko="생물안전 계획 승인", en="Biosafety protocol approved"),
         "company", "safety", due=-30, about="company", applies_if=("bsl2", "human_samples", "animals"),
         blocks=("biologicals", "licence"), evidence=True),
    Item("biological_declaration", Text(ko="반입 생물체·시료 신고", en="Biologicals declared for intake"),
         "company", "safety", due=-14, about="company", applies_if=("bsl1", "bsl2", "human_samples", "lmo"),
         blocks=("biologicals",), evidence=True),
    Item("medical_surveillance", Text(ko="건강 관리 위탁 계약", en="Medical surveillance contract"),
         "company", "safety", due=-14, about="company", applies_if=("bsl2", "animals"), evidence=True),
    Item("lmo_notice", Text(ko="LMO 연구시설 설치·운영 신고", en="Notice of an LMO research facility"),
         "company", "safety", due=-14, about="company", applies_if=("lmo",), blocks=("biologicals", "licence"), evidence=True,
         source=LMO_ACT),
    Item("animal_protocol", Text(ko="동물실험계획 승인", en="Animal protocol approved"),
         "company", "safety", due=-30, about="company", applies_if=("animals",), blocks=("biologicals", "licence"), evidence=True),
    Item("laser_register", Text(ko="레이저 등급·위치 등록", en="Lasers registered with class and place"),
         "company", "safety", about="company", applies_if=("lasers",)),
    Item("gas_declaration", Text(ko="고압가스 보관량 신고", en="Compressed gases declared"),
         "company", "safety", due=-14, about="company", applies_if=("gas", "cryogens"), evidence=True),
    Item("equipment_declaration", Text(ko="반입 장비 신고(전력·발열·제염)",
                                       en="Own equipment declared (power, heat, decontamination)"),
         "company", "operations", due=-14, about="company", applies_if=("lab",), evidence=True),
    Item("waste_streams", Text(ko="폐기물 배출자 등록", en="Registered as generator of waste"),
         "company", "safety", about="company", applies_if=("lab",), blocks=("chemicals",)),
)  # fmt: skip

STANDARD = Checklist(0, JOINING + LEAVING + COMPANY)
