"""Meanings of parameters: finding: the search box, glossary, saved searches, lists."""

from squaremile.core.asked.meaning import Known

KNOWN: dict[str, Known] = {
    "alerts": Known("Tell me of new answers", True),
    "answers": Known("Addresses of answers that were told", ["/network/people/PE-7K3M9QXA/"]),
    "broader": Known("The English term above this one", "biomechanics", 120),
    "en": Known("The term in English", "compressive modulus", 120),
    "ko": Known("The term in Korean", "압축 탄성률", 120),
    "question": Known("What to look for, in Korean or English", "연골 조직의 압축 시험", 2000),
    "retired": Known("No longer used in searches", False),
    "search": Known("Code of a saved search of one's own", "SS-7K3M9QXA", 20),
    "seen": Known("Addresses of answers that are known already", ["/network/people/PE-7K3M9QXA/"]),
    "short_list": Known("Code of a short list of one's own", "SL-7K3M9QXA", 20),
    "term": Known("Code of a term of the cluster's glossary", "TM-7K3M9QXA", 20),
}
