"""`squaremile network search`: the best documents for each query."""

import argparse
import json

from squaremile.cli.network import reading
from squaremile.kernel.words import Text


def arguments(parser: argparse.ArgumentParser) -> None:
    reading.files(parser, authors=False)
    says = Text(ko="요청마다 문서 몇 건(기본 10)", en="how many documents for each query (10)")
    parser.add_argument("--top", type=_positive, default=10, metavar="N", help=str(says))


def _positive(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(
            str(Text(ko=f"1 이상의 정수가 아닙니다: {text}", en=f"not a whole number from 1 on: {text}"))
        )
    return int(text)


def run(options: argparse.Namespace) -> int:
    reading.one_thread()
    from squaremile.network.matching import files
    from squaremile.network.matching.fusion import best_first

    with reading.refusing():
        documents, queries = files.read_texts(options.documents), files.read_texts(options.queries)
        with files.whole(options.output) as output:
            found = reading.reader(documents, queries, options.index)
            ids = found.first.part.ids
            with reading.told(Text(ko="찾기", en="Searching")) as progress:
                for number, query in enumerate(queries, start=1):
                    scores = found.scores(query.text)
                    ranking = [{"document": ids[n], "score": float(scores[n])} for n in best_first(scores, options.top)]
                    output.write(json.dumps({"query": query.id, "ranking": ranking}, ensure_ascii=False) + "\n")
                    progress(number, len(queries))
    return 0
