"""The twenty-four organisations of the demonstration. All invented; the names are old Korean words and places."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Company:
    """`scientists` besides the admin; `home` is what it rents: codes of benches and suites, none for members."""

    code: str
    name_ko: str
    name_en: str
    kind: str
    domain: str
    scientists: int
    projects: tuple[tuple[str, str], ...]
    home: tuple[str, ...] = ()


def _benches(room: str, first: int, last: int) -> tuple[str, ...]:
    return tuple(f"JB-A{room}-B{n:02}" for n in range(first, last + 1))


_GRANT = ("국가 연구개발 과제", "National R&D grant")
_INHOUSE = ("자체 연구", "In-house research")

COMPANIES = (
    Company("MOAK", "모악셀웍스", "Moak Cellworks", "startup", "moak", 6,
            (("동종 세포치료제 공정 개발", "Allogeneic cell therapy process"), _INHOUSE), ("JB-A403",)),
    Company("BYEOTNWI", "볕뉘프로테오믹스", "Byeotnwi Proteomics", "company", "byeotnwi", 6,
            (("혈장 단백체 지도", "Plasma proteome atlas"), _GRANT), ("JB-A404",)),
    Company("MIRINAE", "미리내오가노이드", "Mirinae Organoids", "startup", "mirinae", 5,
            (("장 오가노이드 독성 평가", "Gut organoid toxicity"), _GRANT), ("JB-A405",)),
    Company("SOMDARI", "솜다리알엔에이", "Somdari RNA", "startup", "somdari", 5,
            (("자가증폭 mRNA 플랫폼", "Self-amplifying mRNA platform"),), ("JB-A407",)),
    Company("BARAE", "바래봉신약", "Baraebong Therapeutics", "company", "barae", 6,
            (("표적단백질 분해제", "Targeted protein degraders"), _INHOUSE), ("JB-A408",)),
    Company("NEOUL", "너울항체", "Neoul Antibodies", "startup", "neoul", 4,
            (("이중항체 발굴", "Bispecific antibody discovery"),), _benches("201", 1, 4)),
    Company("SAEDEUL", "새들유전체", "Saedeul Genomics", "startup", "saedeul", 4,
            (("작물 유전체 판별", "Crop genome typing"), _GRANT), _benches("201", 5, 8)),
    Company("GOSAT", "고샅전달체", "Gosat Delivery", "startup", "gosat", 3,
            (("지질나노입자 전달", "Lipid nanoparticle delivery"),), _benches("201", 9, 11)),
    Company("MAJUNG", "마중물발효", "Majungmul Fermentation", "startup", "majung", 3,
            (("정밀발효 단백질", "Precision-fermented protein"),), _benches("204", 1, 3)),
    Company("BYEORI", "벼리효소", "Byeori Enzymes", "startup", "byeori", 3,
            (("내열성 효소 개량", "Thermostable enzymes"),), _benches("204", 4, 6)),
    Company("SINABRO", "시나브로백신", "Sinabro Vaccines", "startup", "sinabro", 3,
            (("점막 백신 후보", "Mucosal vaccine candidate"), _GRANT), _benches("204", 7, 9)),
    Company("MULGIL", "물길마이크로바이옴", "Mulgil Microbiome", "startup", "mulgil", 3,
            (("김치 유산균 군집", "Kimchi lactobacilli"),), _benches("204", 10, 11)),
    Company("PUSIL", "푸실농생명", "Pusil Agrilife", "startup", "pusil", 3,
            (("미생물 농약", "Microbial crop protection"),), _benches("401", 1, 3)),
    Company("HAEMIR", "해미르재생의학", "Haemir Regenerative", "startup", "haemir", 3,
            (("연골 재생 지지체", "Cartilage scaffolds"),), _benches("401", 4, 6)),
    Company("KKOTDAM", "꽃담천연물", "Kkotdam Naturals", "startup", "kkotdam", 2,
            (("한약 유래 화합물", "Compounds from herbal medicine"),), _benches("401", 7, 7)),
    Company("JIPYEONG", "지평선바이오센서", "Jipyeongseon Biosensors", "startup", "jipyeong", 2,
            (("현장 진단 센서", "Point-of-care sensors"),), _benches("406", 1, 2)),
    Company("GALMAET", "갈맷빛동물의학", "Galmaetbit Animal Health", "startup", "galmaet", 2,
            (("돼지 호흡기 백신", "Swine respiratory vaccine"),), _benches("406", 3, 4)),
    Company("DALMURI", "달무리디지털병리", "Dalmuri Digital Pathology", "startup", "dalmuri", 2,
            (("병리 영상 판독", "Reading of pathology slides"),), _benches("406", 5, 5)),
    Company("CHOROM", "초롬이미징", "Chorom Imaging", "startup", "chorom", 3,
            (("형광 표지자", "Fluorescent probes"),)),
    Company("SEORI", "서리꽃콜드체인", "Seorikkot Coldchain", "company", "seori", 2,
            (("초저온 운송 검증", "Cold-chain validation"),)),
    Company("GARAM", "가람누리테라퓨틱스", "Garamnuri Therapeutics", "startup", "garam", 3,
            (("펩타이드 치료제", "Peptide therapeutics"),)),
    Company("NADEURI", "너나들이바이오", "Neonadeuri Bio", "startup", "nadeuri", 2,
            (("공동 분석 서비스", "Joint assay service"),)),
    Company("DEULLYEOK", "호남들녘생명연구원", "Honam Deullyeok Life Institute", "institute", "deullyeok", 3,
            (("들녘 미생물 은행", "Field microbe bank"), _GRANT)),
    Company("SOLSUP", "모악솔숲병원 연구소", "Moak Solsup Hospital Research", "hospital", "solsup", 2,
            (("순환종양세포 검출", "Circulating tumour cells"),)),
)
RESIDENTS = tuple(company for company in COMPANIES if company.home)
