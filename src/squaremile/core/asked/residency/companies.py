"""Meanings of parameters: the company record."""

from squaremile.core.asked.meaning import Known

KNOWN: dict[str, Known] = {
    "company": Known("Code of a company's record", "CO-7K3M9QXA", 20),
    "country": Known("Where it is registered, ISO 3166-1 alpha-2", "KR", 2),
    "fields": Known("Words for what it works on", ["organoids"]),
    "founded_on": Known("The registered founding date", "2024-05-02"),
    "licensed_until": Known("The last day of the licence on paper under which it sits", "2028-02-29"),
    "stage": Known("idea, pre_seed, seed, series_a, series_b or revenue", "seed", 10),
    "summary_en": Known("What it does, in English; nothing confidential", "Organoid toxicity screens", 600),
    "summary_ko": Known("What it does, in Korean; nothing confidential", "오가노이드 독성 평가", 600),
    "website": Known("Its website", "https://example.org", 200),
}
