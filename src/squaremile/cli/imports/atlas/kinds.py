"""What the atlas may be filled from: for each kind of file its reader, its source and how it is called."""

from squaremile.kernel.words import Text

MODULE = "squaremile.cli.imports.atlas"
KINDS: dict[str, tuple[str, str, Text]] = {
    "list": ("lists.read", "list", Text(ko="기관 목록(CSV, 엑셀, GeoJSON 점)", en="a list of organisations (CSV, Excel, GeoJSON points)")),
    "regions": ("geo.read", "boundaries", Text(ko="지역 경계(GeoJSON, TopoJSON)", en="boundaries (GeoJSON, TopoJSON)")),
    "ror": ("registers.read", "ror", Text(ko="ROR 기관(JSON, CSV)", en="ROR organisations (JSON, CSV)")),
    "openalex-institutions": ("openalex.institutions", "openalex", Text(ko="OpenAlex 기관", en="OpenAlex institutions")),
    "openalex-works": ("openalex.works", "openalex", Text(ko="OpenAlex 문헌", en="OpenAlex works")),
    "nih": ("awards.nih", "nih-reporter", Text(ko="NIH RePORTER 과제", en="NIH RePORTER projects")),
    "sbir": ("awards.sbir", "sbir", Text(ko="SBIR·STTR 선정 과제", en="SBIR and STTR awards")),
    "trials": ("clinical.trials", "clinicaltrials", Text(ko="ClinicalTrials.gov 임상시험(v2)", en="ClinicalTrials.gov studies (v2)")),
    "openfda": ("clinical.openfda", "openfda", Text(ko="openFDA 허가 의약품", en="openFDA approved drugs")),
    "qcew": ("statistics.qcew", "qcew", Text(ko="QCEW 고용 통계", en="QCEW employment")),
    "cbp": ("statistics.cbp", "cbp", Text(ko="CBP 사업체 통계", en="County Business Patterns")),
}  # fmt: skip
"""Kind → (reader in this package, code of its source, how it is called)."""
SCHEMES = {"qcew": "us-county", "cbp": "us-county"}
"""The scheme of regions where none is said."""
SCHEME_NAMES = {
    "us-county": Text(ko="미국 카운티", en="US counties"), "kr-municipality": Text(ko="시·군·구", en="Korean municipalities"),
    "drawn": Text(ko="그린 지역", en="Drawn by hand"),
}  # fmt: skip
SOURCES: dict[str, tuple[Text, str, str, str]] = {
    "list": (Text(ko="기관 목록", en="List of organisations"), "", "", ""),
    "boundaries": (Text(ko="행정 경계", en="Boundaries"), "", "", ""),
    "ror": (Text(ko="ROR(연구기관 등록부)", en="Research Organization Registry"), "CC0-1.0", "", "https://ror.org"),
    "openalex": (Text(ko="OpenAlex", en="OpenAlex"), "CC0-1.0", "", "https://openalex.org"),
    "nih-reporter": (Text(ko="NIH RePORTER", en="NIH RePORTER"), "US public domain", "", "https://reporter.nih.gov"),
    "sbir": (Text(ko="SBIR·STTR", en="SBIR and STTR awards"), "US public domain", "", "https://www.sbir.gov"),
    "clinicaltrials": (
        Text(ko="ClinicalTrials.gov", en="ClinicalTrials.gov"), "US public domain", "ClinicalTrials.gov, National Library of Medicine",
        "https://clinicaltrials.gov"),
    "openfda": (Text(ko="openFDA", en="openFDA"), "CC0-1.0", "", "https://open.fda.gov"),
    "qcew": (Text(ko="미국 고용·임금 통계(QCEW)", en="Quarterly Census of Employment and Wages"), "US public domain", "", "https://www.bls.gov/cew"),
    "cbp": (Text(ko="미국 사업체 통계(CBP)", en="County Business Patterns"), "US public domain", "", "https://www.census.gov/cbp"),
}  # fmt: skip
"""Code → (name, licence, attribution, address) of a source that is not here yet."""
