"""What the directory may be filled from: the kind that a file is mainly of, and how it is called."""

from squaremile.kernel.words import Text

SOURCES: dict[str, tuple[str, Text]] = {
    "orcid": ("experts", Text(ko="ORCID 공개 기록(JSON, XML)", en="ORCID public records (JSON, XML)")),
    "ror": ("partners", Text(ko="ROR 기관 자료(JSON)", en="ROR organisations (JSON)")),
    "openalex": ("publications", Text(ko="OpenAlex 문헌(JSON)", en="OpenAlex works (JSON)")),
    "pubmed": ("publications", Text(ko="PubMed 문헌(XML)", en="PubMed citations (XML)")),
    "bibtex": ("publications", Text(ko="BibTeX 문헌", en="BibTeX entries")),
    "ris": ("publications", Text(ko="RIS 문헌", en="RIS records")),
}
