"""Files over the API: as large as over the pages, to the byte."""

import base64

import pytest

from squaremile.api.uploads import MOST_BODY
from squaremile.core.policies.files import MOST_BYTES

PDF = b"%PDF-1.7 "


@pytest.fixture(autouse=True)
def shelf(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def sent(calling, size: int, path: str = "/files"):
    content = base64.b64encode(PDF.ljust(size, b"x")).decode()
    return calling("hajin")("POST", path, {"name": "a.pdf", "content": content, "organisation": "HANBIT"})


def test_a_file_of_exactly_the_limit_is_taken(calling):
    said = sent(calling, MOST_BYTES)
    assert (said.status_code, said.json()["size"]) == (201, MOST_BYTES)


@pytest.mark.parametrize("size", [MOST_BYTES + 1, MOST_BYTES + 2**20, 2 * MOST_BYTES])
def test_a_byte_more_is_refused_in_the_words_of_the_pages(calling, size):
    said = sent(calling, size)
    assert (said.status_code, said.json()["code"]) == (422, "core.file_too_large")
    assert "20MB" in said.json()["detail"]["ko"]


def test_other_addresses_keep_their_limit(calling):
    said = sent(calling, MOST_BYTES, "/notices/read")
    assert (said.status_code, said.json()["code"]) == (422, "core.bad_input")


def test_nothing_is_read_from_whoever_is_not_known(calling):
    said = calling(None)("POST", "/files", b"{" + b" " * MOST_BODY + b"}")
    assert (said.status_code, said.json()["code"]) == (401, "access.token_invalid")
