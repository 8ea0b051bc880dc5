"""Files of other people's data: read strictly, with the place of every mistake; written whole or not at all."""

import csv
import json
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from .documents import Document, Id


class BadInput(Exception):
    """A mistake in a file that its owner can mend, in both languages."""

    def __init__(self, ko: str, en: str) -> None:
        self.ko, self.en = ko, en
        super().__init__(en)


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    """Numbered lines, whatever ends them; a byte order mark is taken off."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        why = error.strerror or str(error)
        raise BadInput(
            f"{path}: 파일을 읽을 수 없습니다 ({why})", f"{path}: the file cannot be read ({why})"
        ) from error
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise BadInput(f"{path}:{line}: UTF-8이 아닙니다", f"{path}:{line}: this is not UTF-8") from error
    for number, row in enumerate(text.split("\n"), start=1):
        yield number, row.rstrip("\r")


def read_texts(path: Path) -> list[Document]:
    """Lines of `{"id", "text"}`; blank lines are passed, other members of a line too. BadInput names the line."""
    found: list[Document] = []
    seen: dict[str, int] = {}
    for number, line in _lines(path):
        if not line.strip():
            continue
        document = _document(path, number, line)
        if earlier := seen.get(str(document.id)):
            raise BadInput(
                f"{path}:{number}: id {document.id!r}이(가) {earlier}번째 줄에 이미 있습니다",
                f"{path}:{number}: id {document.id!r} stands in line {earlier} already",
            )
        seen[str(document.id)] = number
        found.append(document)
    if not found:
        raise BadInput(f"{path}: 비어 있습니다", f"{path}: there is nothing in it")
    return found


def _document(path: Path, number: int, line: str) -> Document:
    here = f"{path}:{number}"
    try:
        held: Any = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        raise BadInput(f"{here}: JSON이 아닙니다 ({error})", f"{here}: this is not JSON ({error})") from error
    if not isinstance(held, dict) or not {"id", "text"} <= held.keys():
        raise BadInput(f'{here}: {{"id", "text"}} 꼴이 아닙니다', f'{here}: expected {{"id", "text"}}')
    if isinstance(held["id"], bool) or not isinstance(held["id"], int | str) or held["id"] == "":
        raise BadInput(f"{here}: id는 문자열이나 정수여야 합니다", f"{here}: an id is a string or a whole number")
    if any("\ud800" <= letter <= "\udfff" for letter in f"{held['id']}{held['text']}"):
        raise BadInput(f"{here}: 깨진 글자가 있습니다", f"{here}: there is half a character (a lone surrogate)")
    if not isinstance(held["text"], str) or not any(letter.isalnum() for letter in held["text"]):
        raise BadInput(f"{here}: text에 글이 없습니다", f"{here}: there are no words in text")
    return Document(held["id"], held["text"])


def read_authorship(path: Path, documents: Iterable[Document]) -> list[tuple[Id, str]]:
    """Pairs (document, author) of a CSV with the columns `document` and `author`. BadInput names the line."""
    known = {str(document.id): document.id for document in documents}
    rows = csv.reader((f"{line}\n" for _, line in _lines(path)), strict=True)
    pairs: list[tuple[Id, str]] = []
    try:
        header = [name.strip() for name in next(rows, [])]
        if len(header) != len(set(header)) or not {"document", "author"} <= set(header):
            raise BadInput(
                f"{path}:1: 머리글 document,author가 있어야 합니다", f"{path}:1: expected the header document,author"
            )
        columns = header.index("document"), header.index("author")
        for row in rows:
            if any(cell.strip() for cell in row):
                pairs.append(_pair(f"{path}:{rows.line_num}", row, columns, len(header), known))
    except csv.Error as error:
        here = f"{path}:{rows.line_num}"
        raise BadInput(f"{here}: CSV가 아닙니다 ({error})", f"{here}: this is not CSV ({error})") from error
    if not pairs:
        raise BadInput(f"{path}: 저자가 없습니다", f"{path}: there is no author in it")
    return pairs


def _pair(here: str, row: list[str], columns: tuple[int, int], width: int, known: dict[str, Id]) -> tuple[Id, str]:
    if len(row) != width:
        raise BadInput(f"{here}: 칸이 {width}개여야 합니다", f"{here}: expected {width} columns")
    document, author = (row[column].strip() for column in columns)
    if document not in known:
        raise BadInput(f"{here}: 문서 {document!r}이(가) 없습니다", f"{here}: there is no document {document!r}")
    if not author:
        raise BadInput(f"{here}: 저자 칸이 비어 있습니다", f"{here}: the author is blank")
    return known[document], author


@contextmanager
def whole(path: Path) -> Iterator[TextIO]:
    """Write beside the target and put it in place at the end; on any failure nothing of it is left."""
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        why = error.strerror or str(error)
        raise BadInput(f"{path}: 쓸 수 없습니다 ({why})", f"{path}: this cannot be written ({why})") from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            yield file
        os.chmod(name, 0o666 & ~_umask())
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    held = os.umask(0o022)
    os.umask(held)
    return held
