"""What the invented stockroom holds. Makers and catalogue numbers are invented; prices are round."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Goods:
    """One item: names, how it is packed, its price in won, and where it stands."""

    code: str
    ko: str
    en: str
    package: str
    supplier: str
    catalogue_no: str
    price: int
    reorder_point: int
    reorder_to: int
    good_days: int | None = None
    in_bar: bool = False


GOODS = (
    Goods("TIP-200", "필터 팁 200 µL", "Filter tips, 200 µL", "box", "바이오누리", "BN-T200F", 18_000, 20, 60, in_bar=True),
    Goods("TIP-1000", "필터 팁 1000 µL", "Filter tips, 1000 µL", "box", "바이오누리", "BN-T1000F", 19_000, 20, 60, in_bar=True),
    Goods("TUBE-15", "원심분리관 15 mL", "Centrifuge tubes, 15 mL", "bag", "바이오누리", "BN-C15", 12_000, 10, 40, in_bar=True),
    Goods("FBS-50", "우태아혈청 50 mL", "Fetal bovine serum, 50 mL", "bottle", "셀가람", "CG-F050", 64_000, 6, 20, 240, in_bar=True),
    Goods("DMEM-500", "DMEM 배지 500 mL", "DMEM, 500 mL", "bottle", "셀가람", "CG-D500", 21_000, 8, 30, 150, in_bar=True),
    Goods("TRYP-100", "트립신-EDTA 0.25% 100 mL", "Trypsin-EDTA 0.25 %, 100 mL", "bottle", "셀가람", "CG-T100", 23_000, 6, 20, 120, in_bar=True),
    Goods("TAQ-500", "Taq 중합효소 500 U", "Taq polymerase, 500 U", "tube", "진하나", "JH-TAQ5", 88_000, 4, 12, 300, in_bar=True),
    Goods("GLOVE-M", "니트릴 장갑 M", "Nitrile gloves, M", "box", "한울안전", "HS-NG-M", 9_000, 30, 100),
    Goods("GLOVE-L", "니트릴 장갑 L", "Nitrile gloves, L", "box", "한울안전", "HS-NG-L", 9_000, 30, 100),
    Goods("WIPE-280", "무진 와이퍼 280매", "Lint-free wipes, 280 sheets", "box", "한울안전", "HS-W280", 5_000, 20, 60),
    Goods("DNA-50", "플라스미드 추출 키트 50회", "Plasmid prep kit, 50 preps", "kit", "진하나", "JH-PM50", 132_000, 3, 10, 400),
    Goods("PARA-10", "파라필름 10 cm × 38 m", "Sealing film, 10 cm × 38 m", "roll", "한울안전", "HS-PF10", 31_000, 4, 12),
)
