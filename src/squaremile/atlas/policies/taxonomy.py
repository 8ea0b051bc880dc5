"""Words of the life sciences in four schemes, and how they stand to each other: a seed to begin with, made by hand.

NAICS 2022 (US Census Bureau), KSIC 10 (Statistics Korea, 2017), fields of OpenAlex topics, and the colours of
biotechnology: red is health, green is farming and food, white is industry. The weights between them say how much of one
word is the other, by judgement, not by measurement; whoever needs better ones sets them (`atlas.set_crosswalk`).
"""

Word = tuple[str, str, str, str, str]
"""Scheme, code, Korean name, English name, code of the wider word."""
WORDS: tuple[Word, ...] = (
    ("bio", "red", "레드바이오", "Red biotechnology (health)", ""),
    ("bio", "green", "그린바이오", "Green biotechnology (farming and food)", ""),
    ("bio", "white", "화이트바이오", "White biotechnology (industry)", ""),
    ("cluster", "biopharmaceuticals", "바이오의약품 클러스터", "Biopharmaceuticals", ""),
    ("cluster", "medical-devices", "의료기기 클러스터", "Medical devices", ""),
    ("naics", "3254", "의약품 제조업", "Pharmaceutical and medicine manufacturing", ""),
    ("naics", "325411", "의약 원료와 생약 제조업", "Medicinal and botanical manufacturing", "3254"),
    ("naics", "325412", "완제 의약품 제조업", "Pharmaceutical preparation manufacturing", "3254"),
    ("naics", "325413", "체외진단 물질 제조업", "In-vitro diagnostic substance manufacturing", "3254"),
    ("naics", "325414", "생물학적 제제 제조업", "Biological product (except diagnostic) manufacturing", "3254"),
    ("naics", "334510", "전기 의료기기 제조업", "Electromedical and electrotherapeutic apparatus manufacturing", ""),
    ("naics", "339112", "수술·의료 기구 제조업", "Surgical and medical instrument manufacturing", ""),
    ("naics", "339113", "정형외과·보조 기구 제조업", "Surgical appliance and supplies manufacturing", ""),
    ("naics", "541714", "생명공학 연구개발업", "Research and development in biotechnology", ""),
    ("naics", "325193", "에틸알코올 제조업", "Ethyl alcohol manufacturing", ""),
    ("naics", "325320", "농약 제조업", "Pesticide and other agricultural chemical manufacturing", ""),
    ("ksic", "21", "의료용 물질 및 의약품 제조업", "Pharmaceuticals and medicinal chemicals", ""),
    ("ksic", "21101", "의약용 화합물 및 항생물질 제조업", "Medicinal compounds and antibiotics", "21"),
    ("ksic", "21102", "생물학적 제제 제조업", "Biological products", "21"),
    ("ksic", "21210", "완제 의약품 제조업", "Finished medicaments", "21"),
    ("ksic", "21220", "한의약품 제조업", "Medicaments of Korean medicine", "21"),
    ("ksic", "21230", "동물용 의약품 제조업", "Medicaments for animals", "21"),
    ("ksic", "21300", "의료용품 및 기타 의약 관련제품 제조업", "Medical supplies and other medicinal products", "21"),
    ("ksic", "27112", "전기식 진단 및 요법 기기 제조업", "Electric diagnostic and therapeutic apparatus", ""),
    ("ksic", "27192", "정형외과용 및 신체 보정용 기기 제조업", "Orthopaedic apparatus", ""),
    ("ksic", "27199", "그 외 기타 의료용 기기 제조업", "Other medical apparatus", ""),
    ("ksic", "70112", "농림수산학 및 수의학 연구개발업", "Research in agriculture, fishery and veterinary science", ""),
    ("ksic", "70113", "의학 및 약학 연구개발업", "Research in medicine and pharmacy", ""),
    ("topic", "11", "농업·생물과학", "Agricultural and Biological Sciences", ""),
    ("topic", "13", "생화학·유전학·분자생물학", "Biochemistry, Genetics and Molecular Biology", ""),
    ("topic", "15", "화학공학", "Chemical Engineering", ""),
    ("topic", "21", "에너지", "Energy", ""),
    ("topic", "23", "환경과학", "Environmental Science", ""),
    ("topic", "24", "면역학·미생물학", "Immunology and Microbiology", ""),
    ("topic", "27", "의학", "Medicine", ""),
    ("topic", "28", "신경과학", "Neuroscience", ""),
    ("topic", "29", "간호학", "Nursing", ""),
    ("topic", "30", "약리학·독성학·약학", "Pharmacology, Toxicology and Pharmaceutics", ""),
    ("topic", "34", "수의학", "Veterinary", ""),
    ("topic", "35", "치의학", "Dentistry", ""),
    ("topic", "36", "보건 직업", "Health Professions", ""),
)  # fmt: skip
_COLOUR = {"red": ("13", "24", "27", "28", "29", "30", "35", "36"), "green": ("11", "34"), "white": ("15", "21", "23")}
Link = tuple[str, str, str, str, str]
"""Scheme and code, scheme and code of the other, how much of the first is the second."""
LINKS: tuple[Link, ...] = (
    *(("topic", field, "bio", colour, "1") for colour, fields in _COLOUR.items() for field in fields),
    *(("naics", code, "bio", "red", "1") for code in ("3254", "325411", "325412", "325413", "325414", "334510", "339112", "339113")),
    ("naics", "541714", "bio", "red", "0.6"), ("naics", "541714", "bio", "green", "0.2"), ("naics", "541714", "bio", "white", "0.2"),
    ("naics", "325193", "bio", "white", "1"), ("naics", "325320", "bio", "green", "1"),
    *(("ksic", code, "bio", "red", "1") for code in ("21", "21101", "21102", "21210", "21300", "27112", "27192", "27199", "70113")),
    ("ksic", "21220", "bio", "red", "0.5"), ("ksic", "21220", "bio", "green", "0.5"), ("ksic", "21230", "bio", "green", "1"),
    ("ksic", "70112", "bio", "green", "1"),
    *(("naics", code, "cluster", "biopharmaceuticals", "1") for code in ("3254", "325411", "325412", "325413", "325414")),
    *(("naics", code, "cluster", "medical-devices", "1") for code in ("334510", "339112", "339113")),
    ("naics", "3254", "ksic", "21", "1"), ("ksic", "21", "naics", "3254", "1"),
    ("naics", "325411", "ksic", "21101", "0.7"), ("naics", "325411", "ksic", "21220", "0.3"),
    ("naics", "325412", "ksic", "21210", "0.9"), ("naics", "325412", "ksic", "21230", "0.1"),
    ("naics", "325413", "ksic", "21300", "1"), ("naics", "325414", "ksic", "21102", "1"),
    ("naics", "334510", "ksic", "27112", "1"), ("naics", "339112", "ksic", "27199", "1"), ("naics", "339113", "ksic", "27192", "1"),
    ("naics", "541714", "ksic", "70113", "0.7"), ("naics", "541714", "ksic", "70112", "0.3"),
    ("ksic", "21101", "naics", "325411", "1"), ("ksic", "21102", "naics", "325414", "1"), ("ksic", "21210", "naics", "325412", "1"),
    ("ksic", "21220", "naics", "325411", "1"), ("ksic", "21230", "naics", "325412", "1"), ("ksic", "21300", "naics", "325413", "1"),
    ("ksic", "27112", "naics", "334510", "1"), ("ksic", "27192", "naics", "339113", "1"), ("ksic", "27199", "naics", "339112", "1"),
    ("ksic", "70112", "naics", "541714", "1"), ("ksic", "70113", "naics", "541714", "1"),
)  # fmt: skip
