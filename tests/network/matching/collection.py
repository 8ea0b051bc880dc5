"""A small collection, Korean and English, and the readers that every installation has."""

from squaremile.network.matching.documents import Document
from squaremile.network.matching.glossary import builtin
from squaremile.network.matching.question import Tools
from squaremile.network.matching.tokens import Analyser

PLAIN = Tools(Analyser(morphemes=False), builtin(), None)
TEXTS = {
    "kimchi": "Lactic acid bacteria in kimchi. Strain improvement raised the yield of fermentation. Salt was varied.",
    "car-t": "Chimeric antigen receptor cells against leukemia. We treat lymphoma in mice.",
    "battery": "Solid-state battery with a lithium metal anode. The cathode material was coated.",
    "김치": "김치 유산균의 균주를 개량하였습니다. 발효 수율이 높아졌습니다.",
    "전지": "전고체전지의 양극재를 코팅하였습니다.",
    "rice": "Salt tolerance of rice was raised by marker-assisted selection.",
}
DOCUMENTS = [Document(name, text) for name, text in TEXTS.items()]
PAIRS = [
    ("kimchi", "Kim"),
    ("김치", "Kim"),
    ("car-t", "Lee"),
    ("battery", "Park"),
    ("전지", "Park"),
    ("rice", "Choi"),
    ("rice", "Kim"),
]
