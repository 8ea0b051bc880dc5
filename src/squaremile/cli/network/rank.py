"""`squaremile network rank`: every author for each query, with the documents that speak for them."""

import argparse
import json

from squaremile.cli.network import reading
from squaremile.kernel.words import Text


def arguments(parser: argparse.ArgumentParser) -> None:
    reading.files(parser, authors=True)


def run(options: argparse.Namespace) -> int:
    reading.one_thread()
    from squaremile.network.matching import files
    from squaremile.network.matching.documents import authorship
    from squaremile.network.matching.index import named
    from squaremile.network.matching.ranking import vote

    with reading.refusing():
        documents, queries = files.read_texts(options.documents), files.read_texts(options.queries)
        pairs = files.read_authorship(options.authorship, documents)
        with files.whole(options.output) as output:
            found = reading.reader(documents, queries, options.index)
            index = found.first
            authors = authorship(index.numbers, pairs)
            with reading.told(Text(ko="순위 매기기", en="Ranking")) as progress:
                for number, query in enumerate(queries, start=1):
                    people = named(vote(found.scores(query.text), authors), authors, index.part.ids)
                    ranking = [{"author": p.person, "score": p.score, "evidence": p.evidence} for p in people]
                    output.write(json.dumps({"query": query.id, "ranking": ranking}, ensure_ascii=False) + "\n")
                    progress(number, len(queries))
    return 0
