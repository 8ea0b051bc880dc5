"""Documents: the words arrive in both languages, nothing of them is markup, and the same data give the same bytes."""

import io
from datetime import UTC, datetime

import pytest
from pypdf import PdfReader

from squaremile.core import documents

SAMPLE = documents.PACKAGE / "core" / "documents" / "sample.typ"
AT = datetime(2027, 3, 1, tzinfo=UTC)
HOSTILE = '#panic("x") *bold* _x_ $x$ #import "/etc/passwd" `raw` <label> @ref \\ "quoted" = heading'


def made(**changes):
    data = {"title": "방문 자료집", "foot": "전북", "facts": [["목적", "공동연구 협의"]], "text": "첫 줄\n둘째 줄"}
    return documents.pdf(SAMPLE, data | changes, language="ko", made_at=AT)


def words(content: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages).split())


def test_korean_is_read_back():
    assert words(made()) == "방문 자료집 목적 공동연구 협의 첫 줄 둘째 줄 전북 1 / 1"


@pytest.mark.parametrize("field", ["title", "text", "foot"])
def test_what_people_wrote_is_never_markup(field):
    assert "".join(HOSTILE.split()) in "".join(words(made(**{field: HOSTILE})).split())


def test_the_same_data_give_the_same_bytes():
    assert made() == made()
    assert made() != made(title="다른 자료집")


def test_the_date_inside_is_the_given_one():
    assert PdfReader(io.BytesIO(made())).metadata.creation_date == AT


def test_a_missing_value_is_said_to_be_missing():
    assert "적지 않음" in words(made(facts=[["목적", ""]]))
