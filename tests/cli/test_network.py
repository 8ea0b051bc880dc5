"""`squaremile network rank` and `search`: on files alone, exact in their formats, clear about mistakes."""

import json
import subprocess
import sys

import pytest

from squaremile.cli.main import main

DOCUMENTS = [
    {"id": 1, "text": "Lactic acid bacteria in kimchi fermentation."},
    {"id": "b", "text": "Solid-state battery with a coated cathode material."},
    {"id": 3, "text": "김치 유산균의 발효 수율을 높였습니다.", "year": 2026},
]
QUERIES = [{"id": 7, "text": "전고체전지 양극재"}, {"id": "q", "text": "kimchi fermentation"}]
AUTHORS = "document,author\n1,Kim\n3,Kim\nb,Park\n3,Lee\n"


def lines(records):
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


class Files:
    """The files of one run, to be spoiled by tests."""

    def __init__(self, folder):
        self.folder = folder
        self.write("D", lines(DOCUMENTS))
        self.write("Q", lines(QUERIES))
        self.write("A", AUTHORS)

    def write(self, name, text, encoding="utf-8"):
        (self.folder / name).write_bytes(text.encode(encoding))

    def run(self, command, *more):
        words = ["--documents", "D", "--queries", "Q", "--output", "R", *(["--authorship", "A"] if command == "rank" else [])]
        given = [w if w.startswith("--") else str(self.folder / w) for w in words]
        return main(["network", command, *given, *more])

    @property
    def result(self):
        return [json.loads(line) for line in (self.folder / "R").read_text(encoding="utf-8").splitlines()]

    @property
    def names(self):
        return {path.name for path in self.folder.iterdir()}


@pytest.fixture
def files(tmp_path, monkeypatch):
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    return Files(tmp_path)


def test_rank_names_every_author_with_evidence(files):
    assert files.run("rank") == 0
    assert [list(line) for line in files.result] == [["query", "ranking"]] * 2
    assert [line["query"] for line in files.result] == [7, "q"]
    for line in files.result:
        assert {entry["author"] for entry in line["ranking"]} == {"Kim", "Park", "Lee"}
        scores = [entry["score"] for entry in line["ranking"]]
        assert scores == sorted(scores, reverse=True)
    first, second = (line["ranking"][0] for line in files.result)
    assert (first["author"], first["evidence"][0]) == ("Park", "b")
    assert (second["author"], set(second["evidence"]) - {1, 3}) == ("Kim", set())


def test_search_finds_across_languages_and_keeps_the_type_of_ids(files):
    assert files.run("search", "--top", "2") == 0
    korean, english = files.result
    assert (korean["query"], korean["ranking"][0]["document"]) == (7, "b")
    assert {entry["document"] for entry in english["ranking"]} == {1, 3}
    assert all(list(entry) == ["document", "score"] for line in files.result for entry in line["ranking"])


def test_twice_the_same_and_with_a_kept_index_too(files):
    files.run("search")
    once = files.result
    files.run("search", "--index", str(files.folder / "index"))
    files.run("search", "--index", str(files.folder / "index"))
    for kept, fresh in zip(files.result, once, strict=True):
        assert [e["document"] for e in kept["ranking"]] == [e["document"] for e in fresh["ranking"]]
        assert [e["score"] for e in kept["ranking"]] == pytest.approx([e["score"] for e in fresh["ranking"]])


def test_byte_order_marks_windows_line_ends_and_blank_lines_are_read(files):
    files.write("D", "\ufeff" + lines(DOCUMENTS).replace("\n", "\r\n\r\n"))
    files.write("A", "\ufeff" + 'author,"document"\nKim,1\n\n"Park, J.",b\n'.replace("\n", "\r\n"))
    assert files.run("rank") == 0
    assert {e["author"] for e in files.result[0]["ranking"]} == {"Kim", "Park, J."}


BAD = {
    "broken JSON": ("D", '{"id": 1, "text": "cells"}\n{"id": 2, "te\n', "D:2: this is not JSON"),
    "no object": ("Q", '["cells"]\n', 'Q:1: expected {"id", "text"}'),
    "no text": ("D", '{"id": 1}\n', 'D:1: expected {"id", "text"}'),
    "an id that is no id": ("D", '{"id": 1.5, "text": "cells"}\n', "D:1: an id is"),
    "a truth for an id": ("D", '{"id": true, "text": "cells"}\n', "D:1: an id is"),
    "empty text": ("Q", '{"id": 1, "text": " ?! "}\n', "Q:1: there are no words"),
    "half a character": ("D", '{"id": 1, "text": "cell \\ud800"}\n', "D:1: there is half a character"),
    "an id twice": ("D", '{"id": 1, "text": "a cell"}\n\n{"id": "1", "text": "b cell"}\n', "D:3: id '1' stands in line 1"),
    "no queries": ("Q", "\n", "Q: there is nothing in it"),
    "another header": ("A", "doc,who\n1,Kim\n", "A:1: expected the header document,author"),
    "an unknown document": ("A", "document,author\n1,Kim\n9,Lee\n", "A:3: there is no document '9'"),
    "a blank author": ("A", "document,author\n1,\n", "A:2: the author is blank"),
    "too many columns": ("A", "document,author\n1,Kim,Lee\n", "A:2: expected 2 columns"),
    "an open quote": ("A", 'document,author\n1,"Kim\n', "this is not CSV"),
    "no authors": ("A", "document,author\n", "A: there is no author in it"),
    "nothing at all": ("A", "", "A:1: expected the header"),
}


@pytest.mark.parametrize("case", BAD)
def test_a_mistake_is_told_in_both_languages_and_nothing_is_written(files, capsys, case):
    name, text, expected = BAD[case]
    files.write(name, text)
    files.write("R", "the result of before")
    assert files.run("rank") == 2
    said = capsys.readouterr().err
    assert expected in said.splitlines()[0]
    assert any("\uac00" <= letter <= "\ud7a3" for letter in said.splitlines()[1])
    assert (files.folder / "R").read_text() == "the result of before"
    assert files.names == {"D", "Q", "A", "R"}


def test_a_file_that_is_not_there_and_one_that_is_not_utf8(files, capsys):
    files.write("Q", lines(QUERIES), encoding="utf-16")
    assert files.run("search") == 2
    assert "this is not UTF-8" in capsys.readouterr().err
    (files.folder / "Q").unlink()
    assert files.run("search") == 2
    assert "the file cannot be read" in capsys.readouterr().err


def test_a_place_that_cannot_be_written_and_a_folder_that_is_no_index(files, capsys):
    assert main(["network", "search", "--documents", str(files.folder / "D"), "--queries", str(files.folder / "Q"),
                 "--output", str(files.folder / "no" / "R")]) == 2  # fmt: skip
    assert "this cannot be written" in capsys.readouterr().err
    assert files.run("search", "--index", str(files.folder)) == 2
    assert "this is no index" in capsys.readouterr().err
    assert files.names == {"D", "Q", "A"}


@pytest.mark.parametrize("top", ["0", "-3", "many"])
def test_top_is_a_whole_number(files, capsys, top):
    with pytest.raises(SystemExit) as ended:
        files.run("search", "--top", top)
    assert ended.value.code == 2
    assert top in capsys.readouterr().err


def test_it_speaks_korean_first_to_a_korean_terminal(files, capsys, monkeypatch):
    monkeypatch.setenv("LANG", "ko_KR.UTF-8")
    files.write("Q", "")
    assert files.run("search") == 2
    assert "비어 있습니다" in capsys.readouterr().err.splitlines()[0]


def test_no_framework_and_no_database_is_loaded(files):
    words = ["network", "rank", *(f"--{n}={files.folder / f}" for n, f in
             (("documents", "D"), ("queries", "Q"), ("authorship", "A"), ("output", "R")))]  # fmt: skip
    program = (
        f"import sys; from squaremile.cli.main import main; main({words!r}); "
        "print([m for m in ('django', 'psycopg', 'torch') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
    assert "Ranking" in done.stderr or "순위" in done.stderr
