"""The fifty-seven instruments of the demonstration: where each stands, who made it (invented), and its rules."""

from dataclasses import dataclass
from random import Random

from squaremile.cli.demo.kinds import KINDS

CLASSES = (
    ("cytometers", "유세포분석기군", "Flow cytometers"),
    ("qpcrs", "실시간 PCR군", "Real-time PCR systems"),
    ("cyclers", "유전자증폭기군", "Thermal cyclers"),
    ("confocals", "공초점 현미경군", "Confocal microscopes"),
    ("hplcs", "액체크로마토그래피군", "Liquid chromatographs"),
    ("readers", "플레이트 리더군", "Plate readers"),
    ("centrifuges", "원심분리기군", "Centrifuges"),
    ("cabinets", "생물안전작업대군", "Biosafety cabinets"),
    ("autoclaves", "멸균기군", "Autoclaves"),
    ("bioreactors", "생물반응기군", "Bioreactors"),
)
LINKS = (("LCMS", "CHILLER-1"), ("TEM", "CHILLER-2"))
MAKERS = ("Halverin", "Quillmere", "Bukdu Precision", "Nordvell", "Tessalyne", "Kestrand", "Orlanix", "Hangyeol Optics")
_MODELS = {"confocal": "CX", "flow_cytometer": "FL", "qpcr": "RT", "lc_ms": "Q"}


@dataclass(frozen=True, slots=True)
class Spec:
    """One instrument before it is registered. `busy` is the share of its opening hours that people book."""

    code: str
    kind: str
    number: int
    """Which one of its kind; zero where it is the only one."""
    place: str
    rules: str
    needs_qualification: bool
    equivalence: str
    busy: float
    maker: str = ""
    model: str = ""
    serial: str = ""
    asset_number: str = ""
    nfec_number: str = ""


# code, kind, number, room, rules, training, class, busy
_LIST: tuple[tuple[str, str, int, str, str, bool, str, float], ...] = (
    ("CF-1", "confocal", 1, "101", "WEEKDAY", True, "confocals", 0.62),
    ("CF-2", "confocal", 2, "101", "WEEKDAY", True, "confocals", 0.45),
    ("SD", "spinning_disk", 0, "101", "NIGHT", True, "", 0.30),
    ("LS", "light_sheet", 0, "101", "ASSISTED", True, "", 0.20),
    ("FM", "fluorescence", 0, "101", "OPEN", False, "", 0.25),
    ("SLIDE", "slide_scanner", 0, "101", "NIGHT", False, "", 0.18),
    ("SEM", "sem", 0, "102", "APPROVAL", True, "", 0.40),
    ("TEM", "tem", 0, "102", "ASSISTED", True, "", 0.28),
    ("CHILLER-2", "chiller", 2, "102", "OPEN", False, "", 0.0),
    ("CPD", "critical_point_dryer", 0, "103", "APPROVAL", True, "", 0.22),
    ("COATER", "sputter_coater", 0, "103", "OPEN", True, "", 0.14),
    ("UMT", "ultramicrotome", 0, "103", "WEEKDAY", True, "", 0.16),
    ("CRYOSTAT", "cryostat", 0, "103", "WEEKDAY", True, "", 0.20),
    ("FC-1", "flow_cytometer", 1, "104", "WEEKDAY", True, "cytometers", 0.60),
    ("FC-2", "flow_cytometer", 2, "104", "WEEKDAY", True, "cytometers", 0.48),
    ("FC-3", "flow_cytometer", 3, "104", "WEEKDAY", True, "cytometers", 0.32),
    ("SORTER", "cell_sorter", 0, "104", "ASSISTED", True, "", 0.42),
    ("LCMS", "lc_ms", 0, "105", "NIGHT", True, "", 0.50),
    ("GCMS", "gc_ms", 0, "105", "NIGHT", True, "", 0.22),
    ("MALDI", "maldi_tof", 0, "105", "WEEKDAY", True, "", 0.24),
    ("CHILLER-1", "chiller", 1, "105", "OPEN", False, "", 0.0),
    ("HPLC-1", "hplc", 1, "106", "NIGHT", True, "hplcs", 0.46),
    ("HPLC-2", "hplc", 2, "106", "NIGHT", True, "hplcs", 0.34),
    ("FPLC", "fplc", 0, "106", "NIGHT", True, "", 0.36),
    ("UC", "ultracentrifuge", 0, "107", "APPROVAL", True, "", 0.34),
    ("HSC-1", "centrifuge", 1, "107", "OPEN", False, "centrifuges", 0.26),
    ("HSC-2", "centrifuge", 2, "206", "OPEN", False, "centrifuges", 0.20),
    ("AC-1", "autoclave", 1, "108", "OPEN", True, "autoclaves", 0.30),
    ("AC-2", "autoclave", 2, "108", "OPEN", True, "autoclaves", 0.22),
    ("FD", "freeze_dryer", 0, "108", "NIGHT", False, "", 0.40),
    ("BSC-1", "biosafety_cabinet", 1, "202", "SHARED", False, "cabinets", 0.52),
    ("BSC-2", "biosafety_cabinet", 2, "202", "SHARED", False, "cabinets", 0.46),
    ("BSC-3", "biosafety_cabinet", 3, "205", "SHARED", False, "cabinets", 0.40),
    ("BSC-4", "biosafety_cabinet", 4, "205", "SHARED", False, "cabinets", 0.30),
    ("LIVE", "live_cell", 0, "202", "NIGHT", True, "", 0.44),
    ("COUNT", "cell_counter", 0, "202", "OPEN", False, "", 0.12),
    ("QPCR-1", "qpcr", 1, "203", "OPEN", False, "qpcrs", 0.42),
    ("QPCR-2", "qpcr", 2, "203", "OPEN", False, "qpcrs", 0.36),
    ("QPCR-3", "qpcr", 3, "203", "OPEN", False, "qpcrs", 0.20),
    ("DPCR", "digital_pcr", 0, "203", "WEEKDAY", True, "", 0.22),
    ("TC-1", "thermal_cycler", 1, "203", "OPEN", False, "cyclers", 0.30),
    ("TC-2", "thermal_cycler", 2, "203", "OPEN", False, "cyclers", 0.24),
    ("TC-3", "thermal_cycler", 3, "203", "OPEN", False, "cyclers", 0.15),
    ("SEQ", "sequencer", 0, "203", "APPROVAL", True, "", 0.30),
    ("FRAG", "fragment_analyser", 0, "203", "OPEN", True, "", 0.16),
    ("MICRO", "microvolume", 0, "203", "OPEN", False, "", 0.10),
    ("PR-1", "plate_reader", 1, "206", "OPEN", False, "readers", 0.34),
    ("PR-2", "plate_reader", 2, "206", "OPEN", False, "readers", 0.22),
    ("BLOT", "blot_imager", 0, "206", "OPEN", False, "", 0.24),
    ("SPR", "spr", 0, "206", "NIGHT", True, "", 0.34),
    ("ITC", "itc", 0, "206", "WEEKDAY", True, "", 0.18),
    ("DLS", "dls", 0, "206", "WEEKDAY", False, "", 0.22),
    ("NTA", "nta", 0, "206", "WEEKDAY", True, "", 0.20),
    ("HCI", "high_content", 0, "402", "NIGHT", True, "", 0.30),
    ("ROBOT", "liquid_handler", 0, "402", "ASSISTED", True, "", 0.26),
    ("BR-1", "bioreactor", 1, "402", "NIGHT", True, "bioreactors", 0.38),
    ("BR-2", "bioreactor", 2, "402", "NIGHT", True, "bioreactors", 0.24),
)


def specs(draw: Random) -> tuple[Spec, ...]:
    """Every instrument with maker, model and numbers drawn; the same draw gives the same instruments."""
    made = []
    for order, (code, kind, number, room, rules, training, equivalence, busy) in enumerate(_LIST):
        letters = _MODELS.get(kind) or "".join(part[0] for part in kind.split("_")).upper()
        year = draw.randint(2017, 2025)
        made.append(Spec(
            code, kind, number, f"JB-A{room}", rules, training, equivalence, busy,
            maker=draw.choice(MAKERS), model=f"{letters} {draw.choice((120, 200, 310, 450, 700))}",
            serial=f"{letters}{year % 100}-{draw.randint(1000, 9999)}", asset_number=f"SMJ-{year}-{order + 1:03}",
            # The shape of a national registry number; the letters NFEC-DEMO cannot be a real one.
            nfec_number=f"NFEC-DEMO-{year}-{draw.randint(100000, 999999)}" if draw.random() < 0.8 else "",
        ))
    return tuple(made)


def names(spec: Spec) -> tuple[str, str]:
    """Korean and English name; a number where there are several of the kind."""
    kind = next(k for k in KINDS if k.code == spec.kind)
    if not spec.number:
        return kind.name_ko, kind.name_en
    return f"{kind.name_ko} {spec.number}호", f"{kind.name_en} {spec.number}"
