"""Organisations and labs of the demonstration's directory. All invented."""

PARTNERS = (
    # code, kind, Korean, English, country, city ko, city en, latitude, longitude, website
    ("PN-JBNU", "university", "전북새벌대학교", "Jeonbuk Saebeol University",
     "KR", "전주", "Jeonju", "35.84660", "127.12930", "saebeol.example"),
    ("PN-HANBYEOL", "institute", "한별생명연구원", "Hanbyeol Institute of Life Science",
     "KR", "정읍", "Jeongeup", "35.56990", "126.85600", "hanbyeol.example"),
    ("PN-HOSPITAL", "hospital", "온고을대학병원", "Ongoeul University Hospital",
     "KR", "전주", "Jeonju", "35.84500", "127.14000", "ongoeul.example"),
    ("PN-CHARLES", "university", "찰스베이 공과대학교", "Charles Bay Institute of Technology",
     "US", "보스턴", "Boston", "42.36000", "-71.09200", "charlesbay.example"),
    ("PN-BEACON", "hospital", "비컨하버 병원", "Beacon Harbor Hospital",
     "US", "보스턴", "Boston", "42.36300", "-71.06900", "beaconharbor.example"),
    ("PN-MERIDIAN", "company", "메리디언 테라퓨틱스", "Meridian Therapeutics",
     "US", "케임브리지", "Cambridge", "42.36500", "-71.10400", "meridiantx.example"),
    ("PN-LONGWOOD", "investor", "롱워터 벤처스", "Longwater Ventures",
     "US", "보스턴", "Boston", "42.34900", "-71.10500", "longwater.example"),
    ("PN-PROVINCE", "public", "전북바이오정책국", "Jeonbuk Office for Bio Policy",
     "KR", "전주", "Jeonju", "35.82030", "127.10890", "biopolicy.example"),
    ("PN-GYEOL", "startup", "결바이오", "Gyeol Bio",
     "KR", "익산", "Iksan", "35.94830", "126.95760", "gyeolbio.example"),
    ("PN-TIDEWAY", "startup", "타이드웨이 바이오", "Tideway Bio",
     "US", "서머빌", "Somerville", "42.38760", "-71.09950", "tideway.example"),
    ("PN-DURE", "investor", "두레바이오투자", "Dure Bio Partners",
     "KR", "서울", "Seoul", "37.56650", "126.97800", "durebio.example"),
    ("PN-NURI", "association", "누리바이오협회", "Nuri Bio Association",
     "KR", "군산", "Gunsan", "35.96760", "126.73660", "nuribio.example"),
)
LABS = (
    # code, partner, topics, Korean, English
    ("LB-01", "PN-JBNU", "organoid kidney", "오가노이드공학 연구실", "Organoid Engineering Lab"),
    ("LB-02", "PN-JBNU", "cartilage bioprinting", "조직재생 연구실", "Tissue Regeneration Lab"),
    ("LB-03", "PN-JBNU", "agri crispr", "작물유전체 연구실", "Crop Genomics Lab"),
    ("LB-04", "PN-HANBYEOL", "microbiome ferment", "미생물자원 연구실", "Microbial Resources Lab"),
    ("LB-05", "PN-HANBYEOL", "mrna antimicrobial", "감염면역 연구실", "Infection and Immunity Lab"),
    ("LB-06", "PN-HOSPITAL", "dementia digital", "뇌영상·디지털병리 연구실", "Brain Imaging and Digital Pathology Lab"),
    ("LB-07", "PN-CHARLES", "lnp mrna", "핵산전달 연구실", "Nucleic Acid Delivery Lab"),
    ("LB-08", "PN-CHARLES", "biosensor proteomics", "바이오계측 연구실", "Bioinstrumentation Lab"),
    ("LB-09", "PN-CHARLES", "crispr singlecell", "유전체공학 연구실", "Genome Engineering Lab"),
    ("LB-10", "PN-BEACON", "cart adc", "종양면역 연구실", "Tumour Immunology Lab"),
    ("LB-11", "PN-BEACON", "kidney exosome", "신장의학 연구실", "Kidney Medicine Lab"),
    ("LB-12", "PN-BEACON", "dementia degrader", "신경퇴행 연구실", "Neurodegeneration Lab"),
)  # fmt: skip
BOSTON = (
    ("앤 워런", "Ann Warren"), ("데이비드 오코너", "David O'Connor"), ("프리야 라만", "Priya Raman"), ("마르코 벨리니", "Marco Bellini"),
    ("그레이스 임", "Grace Yim"), ("사무엘 그린", "Samuel Green"), ("나디아 하다드", "Nadia Haddad"), ("토머스 베르크", "Thomas Berg"),
    ("리사 첸", "Lisa Chen"), ("피터 노박", "Peter Novak"), ("올루 아데예미", "Olu Adeyemi"), ("헬렌 추", "Helen Choo"),
    ("라파엘 코스타", "Rafael Costa"), ("엠마 린드", "Emma Lind"), ("제임스 홀로웨이", "James Holloway"), ("유키 모리타", "Yuki Morita"),
    ("클라라 바이스", "Clara Weiss"), ("아담 살레", "Adam Saleh"), ("준 박", "June Park"), ("로라 피셔", "Laura Fischer"),
    ("벤 아처", "Ben Archer"), ("미아 톰슨", "Mia Thompson"), ("에릭 손", "Eric Sohn"), ("카렌 페이지", "Karen Page"), ("휴고 레인", "Hugo Lane"),
    ("소피 마르탱", "Sophie Martin"),
)  # fmt: skip
"""People of Boston, in the order of their codes PE-021 …"""
