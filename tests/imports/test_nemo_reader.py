"""A NEMO file is read whole or refused with one clear sentence."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from squaremile.cli.imports.nemo.reader import Export, read
from squaremile.kernel.errors import Invalid

ONE = [{"model": "NEMO.tool", "pk": 1, "fields": {"name": "현미경", "_category": "Imaging"}}]


def said(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_it_reads_the_encodings_that_exports_arrive_in(encoding: str) -> None:
    export = read(json.dumps(ONE, ensure_ascii=False).encode(encoding))

    assert [dict(record.fields) for record in export.records] == [{"name": "현미경", "category": "Imaging"}]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "imports.empty"),
        (b" \n ", "imports.empty"),
        ("[{'한글'".encode("cp949"), "imports.not_text"),
        (b"\xff\xfe\x00", "imports.not_text"),
        (b"<html>Login</html>", "imports.not_json"),
        (b"id,name\n1,Sinter\n", "imports.not_json"),
        (b"[" * 100_000, "imports.not_json"),
        (said(ONE)[:-10], "imports.truncated"),
        (b'[{"model": "NEMO.tool", "fields": {"name": "Sin', "imports.truncated"),
        (said({"results": ONE}), "imports.not_a_list"),
        (b"17", "imports.not_a_list"),
        (b"[]", "imports.not_nemo"),
        (said([{"model": "auth.user", "pk": 1, "fields": {}}]), "imports.not_nemo"),
    ],
)
def test_a_wrong_file_gets_one_clear_refusal(data: bytes, code: str) -> None:
    with pytest.raises(Invalid) as refused:
        read(data)

    assert refused.value.code == code
    assert refused.value.text.ko and refused.value.text.en
    assert refused.value.remedy is not None


@given(st.binary(max_size=200))
def test_no_bytes_at_all_make_it_crash(data: bytes) -> None:
    try:
        assert isinstance(read(data), Export)
    except Invalid as refused:
        assert refused.code.startswith("imports.")


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(["model", "pk", "fields", "x"]), inner, max_size=4)
        ),
        max_leaves=15,
    )
)
def test_no_json_shape_makes_it_crash(value: object) -> None:
    try:
        export = read(said([*ONE, value]))
    except Invalid as refused:
        raise AssertionError("one good record is enough") from refused
    assert len(export.records) + export.foreign.total() + len(export.broken) == 2


def test_records_of_other_apps_and_no_records_are_counted_apart() -> None:
    export = read(said([*ONE, {"model": "auth.group", "fields": {}}, {"model": "NEMO.tool"}, 3]))

    assert (len(export.records), dict(export.foreign), export.broken) == (1, {"auth.group": 1}, (2, 3))


def test_the_plain_field_name_wins_over_the_underscored_one() -> None:
    fields = {"_category": "old", "category": "new"}
    assert dict(read(said([{"model": "NEMO.tool", "fields": fields}])).records[0].fields) == {"category": "new"}
