"""What the researchers of the demonstration work on: twenty topics of the life sciences, all sentences our own."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic in both languages: what is studied, how, and what was seen. Pairs are (Korean, English)."""

    code: str
    ko: str
    en: str
    also_ko: str
    also_en: str
    why: tuple[str, str]
    things: tuple[tuple[str, str], ...]
    ways: tuple[tuple[str, str], ...]
    seen: tuple[tuple[str, str], ...]


def _topic(head: str, why: tuple[str, str], things: str, ways: str, seen: str) -> Topic:
    """`head` is code|ko|en|also ko|also en; lists are pairs with | inside and / between."""
    code, ko, en, also_ko, also_en = head.split("|")
    split = [tuple((a, b) for a, b in (one.split("|") for one in text.split(" / "))) for text in (things, ways, seen)]
    return Topic(code, ko, en, also_ko, also_en, why, *split)


TOPICS = (
    _topic(
        "organoid|오가노이드|organoid|장기유사체|organoid culture",
        ("장기의 구조를 닮은 배양 모델은 동물 실험을 줄입니다.",
         "Culture models that resemble organs reduce animal testing."),
        "장 오가노이드|intestinal organoids / "
        "간 오가노이드|liver organoids / "
        "뇌 오가노이드|brain organoids",
        "미세유체 칩|a microfluidic chip / "
        "매트리젤 없는 배양|Matrigel-free culture / "
        "실시간 영상|live imaging",
        "배양 기간이 30일로 늘었습니다|culture was extended to 30 days / "
        "약물 독성을 닷새 먼저 알 수 있었습니다|drug toxicity was seen five days earlier",
    ),
    _topic(
        "cart|CAR-T 세포|CAR-T cell|키메라 항원 수용체|chimeric antigen receptor; CAR T",
        ("고형암에서는 세포치료제가 종양 안으로 들어가지 못합니다.",
         "In solid tumours cell therapy fails to infiltrate."),
        "고형암 CAR-T 세포|CAR-T cells for solid tumours / "
        "동종 CAR-T 세포|allogeneic CAR-T cells / "
        "이중 표적 CAR-T 세포|dual-target CAR-T cells",
        "비바이러스 유전자 전달|non-viral gene delivery / "
        "사이토카인 조절|cytokine modulation / "
        "대사 재프로그래밍|metabolic reprogramming",
        "종양 침투가 세 배로 늘었습니다|tumour infiltration tripled / "
        "세포 탈진이 줄었습니다|exhaustion decreased",
    ),
    _topic(
        "mrna|mRNA 백신|mRNA vaccine|메신저 RNA|messenger RNA; self-amplifying RNA",
        ("백신의 냉장 유통은 여전히 비용의 절반을 차지합니다.",
         "The cold chain is still half the cost of a vaccine."),
        "자가증폭 mRNA 백신|self-amplifying mRNA vaccines / "
        "동결건조 mRNA 백신|lyophilised mRNA vaccines / "
        "돼지 mRNA 백신|porcine mRNA vaccines",
        "지질나노입자 제형|lipid nanoparticle formulation / "
        "5' 캡 유사체|5' cap analogues / "
        "뉴클레오사이드 변형|nucleoside modification",
        "상온에서 여섯 달 안정하였습니다|they were stable for six months at room temperature / "
        "항체가가 네 배였습니다|antibody titres were fourfold",
    ),
    _topic(
        "lnp|지질나노입자|lipid nanoparticle|LNP|LNP; ionisable lipid",
        ("핵산 약물은 표적 조직에 닿기 전에 간에 쌓입니다.",
         "Nucleic acid drugs accumulate in the liver before they reach their target."),
        "폐 표적 지질나노입자|lung-targeted lipid nanoparticles / "
        "이온화 지질|ionisable lipids / "
        "흡입형 지질나노입자|inhaled lipid nanoparticles",
        "조합 합성|combinatorial synthesis / "
        "기계학습|machine learning / "
        "미세유체 혼합|microfluidic mixing",
        "폐 발현이 열 배로 높아졌습니다|lung expression rose tenfold / "
        "간 축적이 절반으로 줄었습니다|liver accumulation was halved",
    ),
    _topic(
        "crispr|유전자가위|genome editing|크리스퍼; 유전자 교정|CRISPR; base editing; prime editing",
        ("표적 밖 절단은 임상 적용의 가장 큰 걱정입니다.",
         "Off-target cuts are the main concern for the clinic."),
        "염기 교정기|base editors / "
        "소형 Cas12f 유전자가위|compact Cas12f genome editing / "
        "식물 유전자가위|plant genome editing",
        "지향적 진화|directed evolution / "
        "전장 유전체 분석|whole-genome sequencing / "
        "AAV 전달|AAV delivery",
        "표적 밖 편집이 검출 한계 아래였습니다|off-target edits were below detection / "
        "효율이 82%에 이르렀습니다|efficiency reached 82%",
    ),
    _topic(
        "microbiome|장내 미생물|gut microbiome|마이크로바이옴; 장내 세균|microbiota; intestinal bacteria",
        ("장내 세균은 면역항암제의 반응을 바꿉니다.",
         "Gut bacteria change the response to immunotherapy."),
        "낙산 생성균|butyrate-producing bacteria / "
        "김치 유산균|kimchi lactobacilli / "
        "고령자 장내 미생물|the gut microbiome of older people",
        "메타유전체 분석|metagenomics / "
        "무균 생쥐|germ-free mice / "
        "배양체학|culturomics",
        "염증 지표가 줄었습니다|inflammation markers fell / "
        "면역항암제의 반응률이 높아졌습니다|response to immunotherapy improved",
    ),
    _topic(
        "cartilage|연골 재생|cartilage regeneration|연골|cartilage; chondrocyte",
        ("관절 연골은 한번 다치면 스스로 낫지 않습니다.",
         "Articular cartilage does not heal by itself."),
        "줄기세포 연골 패치|stem cell cartilage patches / "
        "연골세포|chondrocytes / "
        "무릎 연골 결손|knee cartilage defects",
        "하이드로젤 지지체|hydrogel scaffolds / "
        "기계적 자극|mechanical loading / "
        "3차원 바이오프린팅|3D bioprinting",
        "토끼 모델에서 열두 주 뒤 회복되었습니다|rabbit defects were restored after twelve weeks / "
        "유리 연골이 만들어졌습니다|hyaline cartilage formed",
    ),
    _topic(
        "bioprinting|바이오프린팅|bioprinting|3차원 바이오프린팅; 생체 인쇄|3D bioprinting; bioink",
        ("이식할 조직에는 혈관이 있어야 합니다.",
         "Tissue for transplantation needs vessels."),
        "혈관이 있는 피부 조직|vascularised skin / "
        "심장 근육 패치|cardiac patches / "
        "바이오잉크|bioinks",
        "압출 바이오프린팅|extrusion bioprinting / "
        "광경화 바이오프린팅|light-based bioprinting / "
        "희생 잉크|sacrificial inks",
        "14일 동안 관류가 유지되었습니다|perfusion lasted 14 days / "
        "세포 생존율이 93%였습니다|cell viability was 93%",
    ),
    _topic(
        "proteomics|단백체|proteomics|단백질체학|proteome; mass spectrometry",
        ("혈액 한 방울에서 수천 가지 단백질을 잴 수 있게 되었습니다.",
         "Thousands of proteins can now be measured in a drop of blood."),
        "혈장 단백체|the plasma proteome / "
        "단일 세포 단백체|single-cell proteomics / "
        "인산화 단백체|the phosphoproteome",
        "질량분석|mass spectrometry / "
        "데이터 비의존 획득|data-independent acquisition / "
        "나노기공|nanopores",
        "췌장암 표지자 아홉 개를 찾았습니다|nine markers of pancreatic cancer were found / "
        "재현성이 0.97이었습니다|reproducibility was 0.97",
    ),
    _topic(
        "singlecell|단일세포 분석|single-cell analysis|단일 세포 전사체|single-cell RNA sequencing; spatial transcriptomics",
        ("조직의 평균은 드문 세포를 가립니다.",
         "The average of a tissue hides rare cells."),
        "종양 미세환경|the tumour microenvironment / "
        "신장 섬유화|kidney fibrosis / "
        "노화 난소|the ageing ovary",
        "공간 전사체|spatial transcriptomics / "
        "단일세포 다중오믹스|single-cell multi-omics / "
        "세포 계보 추적|lineage tracing",
        "새로운 섬유아세포 아형을 찾았습니다|a new fibroblast subtype was found / "
        "세포 사이의 신호를 그렸습니다|signals between cells were mapped",
    ),
    _topic(
        "adc|항체약물접합체|antibody-drug conjugate|ADC|ADC; bispecific antibody",
        ("약물이 종양 밖에서 풀리면 독성이 생깁니다.",
         "Payload released outside the tumour is toxic."),
        "이중항체 접합체|bispecific conjugates / "
        "절단 가능한 링커|cleavable linkers / "
        "위암 항체약물접합체|antibody-drug conjugates for gastric cancer",
        "부위 특이적 접합|site-specific conjugation / "
        "파지 디스플레이|phage display / "
        "효소 절단|enzymatic cleavage",
        "치료 지수가 다섯 배로 넓어졌습니다|the therapeutic index widened fivefold / "
        "혈중 안정성이 높아졌습니다|plasma stability improved",
    ),
    _topic(
        "degrader|표적단백질 분해|targeted protein degradation|프로탁|PROTAC; molecular glue",
        ("기존 약물로는 누를 수 없는 단백질이 많습니다.",
         "Many proteins cannot be drugged by inhibition."),
        "KRAS 분해제|KRAS degraders / "
        "분자 접착제|molecular glues / "
        "뇌를 지나는 분해제|brain-penetrant degraders",
        "구조 기반 설계|structure-based design / "
        "자동 합성|automated synthesis / "
        "유비퀴틴 분석|ubiquitin profiling",
        "나노몰 농도에서 90%가 분해되었습니다|90% was degraded at nanomolar concentration / "
        "내성 세포에서도 들었습니다|resistant cells responded",
    ),
    _topic(
        "dementia|치매 진단|dementia diagnosis|알츠하이머병; 타우|Alzheimer's disease; tau",
        ("치매는 증상이 나타나기 십 년 전에 시작됩니다.",
         "Dementia begins ten years before its symptoms."),
        "혈액 타우 단백질|plasma tau / "
        "망막 영상|retinal imaging / "
        "한국인 코호트|a Korean cohort",
        "초고감도 면역분석|ultrasensitive immunoassays / "
        "심층학습|deep learning / "
        "종단 분석|longitudinal analysis",
        "정확도가 0.92였습니다|accuracy was 0.92 / "
        "삼 년 먼저 예측하였습니다|conversion was predicted three years ahead",
    ),
    _topic(
        "digital|디지털 병리|digital pathology|병리 인공지능|whole-slide imaging; pathology AI",
        ("병리 의사는 모자라고 슬라이드는 늘어납니다.",
         "There are fewer pathologists and more slides."),
        "위암 조직 슬라이드|gastric cancer slides / "
        "림프절 전이|lymph node metastases / "
        "신장 생검|kidney biopsies",
        "자기지도 학습|self-supervised learning / "
        "연합 학습|federated learning / "
        "약한 감독 학습|weak supervision",
        "판독 시간이 40% 줄었습니다|reading time fell by 40% / "
        "다섯 병원에서 성능이 유지되었습니다|performance held in five hospitals",
    ),
    _topic(
        "ferment|정밀발효|precision fermentation|미생물 발효|microbial fermentation; synthetic biology",
        ("식품 단백질은 축산보다 적은 땅으로 만들 수 있습니다.",
         "Food proteins can be made with less land than livestock."),
        "효모 유청 단백질|whey protein from yeast / "
        "코리네박테리움|Corynebacterium / "
        "누룩 곰팡이 효소|koji enzymes",
        "대사 공학|metabolic engineering / "
        "적응 진화|adaptive evolution / "
        "연속 배양|continuous culture",
        "리터당 48그램을 얻었습니다|the titre was 48 grams per litre / "
        "원가가 셋째로 줄었습니다|cost fell to a third",
    ),
    _topic(
        "agri|종자 육종|plant breeding|작물 육종; 디지털 육종|genomic selection; crop breeding",
        ("기후가 바뀌면 지금의 품종은 견디지 못합니다.",
         "Today's varieties will not stand a changing climate."),
        "내염성 벼|salt-tolerant rice / "
        "가뭄에 강한 콩|drought-tolerant soybean / "
        "고구마 품종|sweet potato varieties",
        "유전체 선발|genomic selection / "
        "드론 표현형 분석|drone phenotyping / "
        "속성 육종|speed breeding",
        "수량이 18% 늘었습니다|yield rose by 18% / "
        "육종 기간이 절반으로 줄었습니다|breeding time was halved",
    ),
    _topic(
        "exosome|엑소좀|exosome|세포외 소포체|extracellular vesicle",
        ("줄기세포의 효과 대부분은 그 분비물에서 나옵니다.",
         "Most effects of stem cells come from what they secrete."),
        "줄기세포 엑소좀|stem cell exosomes / "
        "우유 세포외 소포체|milk extracellular vesicles / "
        "소변 엑소좀|urinary exosomes",
        "접선유동여과|tangential flow filtration / "
        "표면 공학|surface engineering / "
        "크기 배제 크로마토그래피|size-exclusion chromatography",
        "수율이 일곱 배로 늘었습니다|the yield rose sevenfold / "
        "상처가 사흘 먼저 아물었습니다|wounds closed three days earlier",
    ),
    _topic(
        "biosensor|바이오센서|biosensor|생체 센서|wearable sensor; point-of-care test",
        ("감염을 현장에서 알면 격리가 하루 빨라집니다.",
         "On-site diagnosis of infection speeds isolation by a day."),
        "땀 포도당 바이오센서|sweat glucose biosensors / "
        "종이 진단칩|paper-based diagnostics / "
        "조류독감 현장 진단|on-site tests for avian influenza",
        "그래핀 전극|graphene electrodes / "
        "등온 증폭|isothermal amplification / "
        "압타머|aptamers",
        "검출 한계가 1펨토몰이었습니다|the limit of detection was one femtomolar / "
        "십오 분 안에 결과가 나왔습니다|results came within fifteen minutes",
    ),
    _topic(
        "antimicrobial|항생제 내성|antimicrobial resistance|슈퍼박테리아; 박테리오파지|bacteriophage; multidrug-resistant bacteria",
        ("새 항생제의 개발은 내성의 속도를 따르지 못합니다.",
         "New antibiotics do not keep pace with resistance."),
        "다제내성 아시네토박터|multidrug-resistant Acinetobacter / "
        "치료용 박테리오파지|therapeutic bacteriophages / "
        "항균 펩타이드|antimicrobial peptides",
        "기계학습 선별|machine-learning screening / "
        "파지 공학|phage engineering / "
        "하수 감시|wastewater surveillance",
        "내성균의 99%가 죽었습니다|99% of resistant bacteria were killed / "
        "내성 발생이 늦춰졌습니다|resistance emerged later",
    ),
    _topic(
        "kidney|신장 섬유화|kidney fibrosis|만성 신장병|chronic kidney disease; renal fibrosis",
        ("만성 신장병은 투석에 이르기까지 증상이 없습니다.",
         "Chronic kidney disease is silent until dialysis."),
        "신장 오가노이드|kidney organoids / "
        "당뇨 신증 생쥐|mice with diabetic nephropathy / "
        "소변 표지자|urinary markers",
        "안티센스 핵산|antisense oligonucleotides / "
        "단백체 분석|proteomics / "
        "나노입자 전달|nanoparticle delivery",
        "섬유화 면적이 60% 줄었습니다|fibrotic area fell by 60% / "
        "여과율 감소가 늦춰졌습니다|the decline of filtration slowed",
    ),
)
