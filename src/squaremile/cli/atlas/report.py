"""`squaremile atlas report`: a region's report from its manifest, the same bytes each time; refused where data have changed."""

import argparse
from pathlib import Path

from squaremile.cli.terminal import say
from squaremile.kernel.words import Text


def arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("manifest", type=Path, metavar="MANIFEST.json", help=str(Text(ko="목록", en="the manifest")))
    act = parser.add_mutually_exclusive_group(required=True)
    act.add_argument("--output", type=Path, metavar="FOLDER", help=str(Text(ko="보고서를 쓸 새 폴더", en="a new folder for the report")))
    act.add_argument("--check", type=Path, metavar="FOLDER", help=str(Text(
        ko="이 폴더의 파일이 목록에서 다시 나오는지 봅니다", en="see whether the files of this folder come out again",
    )))  # fmt: skip
    act.add_argument("--seal", action="store_true", help=str(Text(
        ko="자료의 해시와 코드의 판을 목록에 적습니다", en="write the hashes of the data and the code's version into the manifest",
    )))  # fmt: skip
    add("--json", action="store_true", help=str(Text(ko="JSON 하나를 표준 출력에 씁니다", en="print one JSON object to standard output")))


def run(options: argparse.Namespace) -> int:
    from squaremile.atlas.reports.making import canonical, differing, files, write
    from squaremile.atlas.reports.manifest import sealed
    from squaremile.cli.atlas.documents import read_document
    from squaremile.cli.atlas.tables import answer, read_table

    document, folder = read_document(options.manifest), options.manifest.resolve().parent
    if options.seal:
        options.manifest.write_bytes(canonical(sealed(document, folder)))
        say(Text(ko=f"봉했습니다: {options.manifest}", en=f"Sealed: {options.manifest}"))
        return 0
    made = files(document, folder, read_table, read_document)
    if options.check is not None:
        wrong = differing(made, options.check)
        answer({"same": not wrong, "files": len(made), "differing": wrong}, options.json)
        return 1 if wrong else 0
    write(made, options.output)
    answer({"folder": str(options.output), "files": sorted(made)}, options.json)
    return 0
