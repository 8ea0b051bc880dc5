"""PubMed's citations in XML (PubmedArticleSet): https://www.nlm.nih.gov/bsd/licensee/elements_descriptions.html."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from squaremile.cli.imports.network import words
from squaremile.cli.imports.network.markup import each, parsed, text
from squaremile.cli.imports.network.records import Reading, Someone, Work

LANGUAGES = {"eng": "en", "kor": "ko", "jpn": "ja", "chi": "zh", "ger": "de", "fre": "fr"}
KINDS = {"review": "review", "systematic review": "review", "preprint": "preprint"}


def read(data: bytes, reading: Reading) -> None:
    """Articles; books and deletions inside the set are passed over."""
    for row, article in enumerate(parsed(data, root=("PubmedArticleSet",)).findall("PubmedArticle"), 1):
        citation = article.find("MedlineCitation")
        about, number = (citation.find("Article") if citation is not None else None), text(citation, "PMID")
        if about is None or not number.isdigit():
            reading.say(row, "PMID", number, words.NOT_A_RECORD, words.NOT_A_RECORD_DO)
            continue
        issue = about.find("Journal/JournalIssue/PubDate")
        ids = {one.get("IdType", ""): text(one) for one in each(article, "PubmedData/ArticleIdList/ArticleId")}
        work = Work(
            row, kind=_kind(about), pmid=number[:12], doi=reading.doi(row, ids.get("doi", "")),
            year=reading.year(row, text(issue, "Year") or text(issue, "MedlineDate")),
            venue=text(about, "Journal/Title")[:300], language=_language(text(about, "Language")),
            keywords=_keywords(citation), authors=[_author(reading, row, one) for one in each(about, "AuthorList/Author")],
        )  # fmt: skip
        work.titled(text(about, "ArticleTitle").strip("[]."))
        work.titled(text(about, "VernacularTitle").strip("[]."))
        work.abstracted(_abstract(about.find("Abstract")))
        for other in each(citation, "OtherAbstract"):
            work.abstracted(_abstract(other))
        if not (work.title_ko or work.title_en):
            reading.say(row, "ArticleTitle", number, words.NO_TITLE, words.NO_TITLE_DO)
            continue
        reading.works.append(work)


def _kind(about: Element) -> str:
    kinds = (text(one).lower() for one in each(about, "PublicationTypeList/PublicationType"))
    return next((KINDS[kind] for kind in kinds if kind in KINDS), "article")


def _language(code: str) -> str:
    return LANGUAGES.get(code, code[:3])


def _keywords(citation: Element | None) -> str:
    """What the authors gave, then the headings of the catalogue."""
    found = [text(one) for one in each(citation, "KeywordList/Keyword")]
    found += [text(one) for one in each(citation, "MeshHeadingList/MeshHeading/DescriptorName")]
    return "; ".join(dict.fromkeys(filter(None, found)))[:500]


def _abstract(node: Element | None) -> str:
    parts = [(one.get("Label", ""), text(one)) for one in each(node, "AbstractText")]
    return "\n".join(f"{label}: {said}" if label else said for label, said in parts if said)


def _author(reading: Reading, row: int, node: Element) -> Someone:
    """Korean names are written family first, without a space."""
    family, given = text(node, "LastName"), text(node, "ForeName") or text(node, "Initials")
    ids = [text(one) for one in each(node, "Identifier") if one.get("Source", "").upper() == "ORCID"]
    one = Someone(row, orcid=reading.orcid(row, next(iter(ids), "")))
    one.named(f"{given} {family}".strip() or text(node, "CollectiveName"))
    if one.name_ko and family:
        one.name_ko = f"{family}{given}".replace(" ", "")
    return one
