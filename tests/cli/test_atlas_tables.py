"""Tables of other people: read as they are, refused by row and in both languages."""

import gzip
import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from squaremile.cli.atlas.tables import Columns, answer, read_table
from squaremile.cli.terminal import Trouble
from squaremile.kernel.words import Text, language

PLAIN = st.characters(codec="utf-8", exclude_characters='"\r\n\x00,;|\t', exclude_categories=["Zl", "Zp", "Cc"])


def written(tmp_path: Path, text: str, name: str = "t.csv", encoding: str = "utf-8") -> Path:
    path = tmp_path / name
    path.write_bytes(text.encode(encoding))
    return path


def refused(call) -> Text:
    with pytest.raises(Trouble) as trouble:
        call()
    assert trouble.value.text.ko != trouble.value.text.en
    return trouble.value.text


class TestReading:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp949"])
    @pytest.mark.parametrize("separator", [",", "\t", ";", "|"])
    def test_encodings_and_separators(self, tmp_path, encoding, separator):
        path = written(
            tmp_path, separator.join(["이름", "값"]) + "\n" + separator.join(["전주", "1.5"]), encoding=encoding
        )
        table = read_table(path, ["값", "이름"])
        assert list(table) == ["값", "이름"]
        assert table["이름"] == ["전주"]
        assert table.numbers("값").tolist() == [1.5]
        assert (table.rows, len(table)) == (1, 2)

    def test_all_columns_without_naming_them(self, tmp_path):
        assert dict(read_table(written(tmp_path, "a,b\n1,2\n"))) == {"a": ["1"], "b": ["2"]}

    def test_quoted_cells_keep_separators_and_line_breaks(self, tmp_path):
        assert read_table(written(tmp_path, 'a,b\n"x, ""y""\nz",2\n'), ["a"])["a"] == ['x, "y"\nz']

    def test_a_gzip_is_read_as_what_is_in_it(self, tmp_path):
        packed = gzip.compress("이름,값\n전주,1.5\n".encode())
        (tmp_path / "t.csv.gz").write_bytes(packed)
        assert read_table(tmp_path / "t.csv.gz")["이름"] == ["전주"]
        for spoiled in (packed[:-9], b"no gzip", packed[:12] + b"\x00\xff\x00" + packed[15:]):
            (tmp_path / "t.csv.gz").write_bytes(spoiled)
            assert "gzip" in refused(lambda: read_table(tmp_path / "t.csv.gz")).en

    def test_excel_and_parquet(self, tmp_path):
        book = Workbook()
        for row in (["a", "b", None], [1, "x", None], [2.5, None, None]):
            book.active.append(row)
        book.save(tmp_path / "t.xlsx")
        table = read_table(tmp_path / "t.xlsx")
        assert (table.numbers("a").tolist(), table["b"]) == ([1, 2.5], ["x", ""])
        pq.write_table(pa.table({"a": [1, 2], "b": ["x", None], "c": [0.1, math.nan]}), tmp_path / "t.parquet")
        table = read_table(tmp_path / "t.parquet", ["b", "a"])
        assert (table.numbers("a").tolist(), table["b"], table["a"]) == ([1, 2], ["x", ""], ["1", "2"])

    def test_codes_in_order_of_appearance(self, tmp_path):
        codes, names = read_table(written(tmp_path, "a\nx\ny\nx\n"), ["a"]).codes("a")
        assert (codes.tolist(), names) == ([0, 1, 0], ["x", "y"])

    @given(st.lists(st.lists(st.text(PLAIN, min_size=1), min_size=2, max_size=2), max_size=8))
    def test_quoted_or_not_it_reads_the_same(self, tmp_path_factory, rows):
        folder = tmp_path_factory.mktemp("same")
        bare = "\n".join(["a,b", *(",".join(row) for row in rows)])
        quoted = "\n".join(['"a","b"', *(",".join(f'"{cell}"' for cell in row) for row in rows)])
        assert dict(read_table(written(folder, bare, "bare.csv"))) == dict(
            read_table(written(folder, quoted, "quoted.csv"))
        )


class TestRefusing:
    def test_unknown_columns_with_the_nearest_spelling(self, tmp_path):
        text = refused(lambda: read_table(written(tmp_path, "Latitude,Longitude\n1,2\n"), ["Lattitude"]))
        assert (
            text.en
            == "t.csv has no column Lattitude. It has: Latitude, Longitude. Did you mean “Latitude” by “Lattitude”?"
        )

    @pytest.mark.parametrize("quote", ["", '"'])
    def test_ragged_rows_by_number(self, tmp_path, quote):
        path = written(tmp_path, f"a,b\n{quote}1{quote},2\n\n3\n")
        assert refused(lambda: read_table(path)).en.startswith("t.csv, row 3 has 1 cells, the header 2.")

    def test_one_name_twice(self, tmp_path):
        path = written(tmp_path, "a,a,b\n1,2,3\n")
        assert "more than one column named a" in refused(lambda: read_table(path, ["a"])).en
        assert read_table(path, ["b"])["b"] == ["3"]

    def test_quotation_marks_that_do_not_close(self, tmp_path):
        assert "quotation marks" in refused(lambda: read_table(written(tmp_path, 'a,b\n1,"2\n3,4\n'))).en

    @pytest.mark.parametrize("name", ["t.csv", "t.parquet", "t.xlsx"])
    def test_what_is_no_such_file(self, tmp_path, name):
        (tmp_path / name).write_bytes(b"\xff\xfb\xff\x00\x01\x80")
        refused(lambda: read_table(tmp_path / name))
        assert "no such file" in refused(lambda: read_table(tmp_path / "none.csv")).en

    def test_an_empty_file(self, tmp_path):
        assert "empty" in refused(lambda: read_table(written(tmp_path, "\n\n"))).en

    def test_formulas_of_excel(self, tmp_path):
        book = Workbook()
        for row in (["a", "b"], [1, "=1+1"]):
            book.active.append(row)
        book.save(tmp_path / "t.xlsx")
        assert "formula" in refused(lambda: read_table(tmp_path / "t.xlsx", ["b"])).en
        assert read_table(tmp_path / "t.xlsx", ["a"])["a"] == ["1"]


class TestNumbers:
    @pytest.mark.parametrize("cell", ["x", "nan", "inf", "-inf", "1,5", "1_0", "0x1", "--1"])
    def test_what_is_no_finite_number_is_refused_by_row(self, tmp_path, cell):
        table = read_table(written(tmp_path, f"a\tb\n1\t0\n2\t0\n{cell}\t0\n4\t0\n"), ["a"])
        text = refused(lambda: table.numbers("a"))
        assert text.en.startswith("t.csv, row 4:") and cell in text.en and cell in text.ko

    def test_blanks_are_refused_or_stand_for_what_was_said(self, tmp_path):
        table = read_table(written(tmp_path, "a,b\n1,0\n ,0\n+3e1,0\n"), ["a"])
        assert "row 3" in refused(lambda: table.numbers("a")).en
        assert np.isnan(table.numbers("a", blank=math.nan)).tolist() == [False, True, False]
        assert table.numbers("a", blank=0).tolist() == [1, 0, 30]

    def test_typed_columns(self, tmp_path):
        pq.write_table(pa.table({"i": [1, None], "f": [math.inf, 1.0], "b": [True, False]}), tmp_path / "t.parquet")
        table = read_table(tmp_path / "t.parquet")
        assert "row 3" in refused(lambda: table.numbers("i")).en
        assert table.numbers("i", blank=7).tolist() == [1, 7]
        assert "row 2" in refused(lambda: table.numbers("f")).en
        assert "True" in refused(lambda: table.numbers("b")).en

    def test_an_unread_column(self, tmp_path):
        table = read_table(written(tmp_path, "a,b\n1,2\n"), ["a"])
        assert isinstance(table, Columns)
        assert "has no column b" in refused(lambda: table.numbers("b")).en


@dataclass
class Found:
    def as_dict(self):
        return {
            "z": np.float64(0.1) + 0.2,
            "a": np.array([1, 2]),
            "name": "전주",
            "says": Text(ko="예", en="yes"),
            "parts": [{"k": 1, "l": [3, 4]}],
        }


class TestAnswering:
    def test_one_json_object_sorted_and_in_full(self, capsys):
        answer(Found(), True)
        assert capsys.readouterr().out == (
            '{"a": [1, 2], "name": "전주", "parts": [{"k": 1, "l": [3, 4]}], '
            '"says": {"en": "yes", "ko": "예"}, "z": 0.30000000000000004}\n'
        )

    def test_lines_for_people(self, capsys):
        token = language.set("en")
        answer(Found(), False)
        language.reset(token)
        said = capsys.readouterr().out.splitlines()
        assert said == [
            "z: 0.30000000000000004",
            "a: 1, 2",
            "name: 전주",
            "says: yes",
            "parts:",
            "  - k: 1",
            "    l: 3, 4",
        ]
