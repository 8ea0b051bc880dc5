"""`squaremile network index`: makes the search index or brings it up to date. Stopped, it goes on where it was."""

import argparse

from squaremile.cli.network import reading
from squaremile.cli.terminal import say
from squaremile.kernel.words import Text


def arguments(parser: argparse.ArgumentParser) -> None:
    says = Text(ko="한 번에 읽을 문서 수(기본: 모두)", en="documents to read in this run (all)")
    parser.add_argument("--most", type=int, metavar="N", help=str(says))


def run(options: argparse.Namespace) -> int:
    from squaremile.cli import environment

    reading.one_thread()
    environment.enter()
    from squaremile.kernel.scope import scope, system
    from squaremile.network.reads.index_build import renew

    with reading.told(Text(ko="색인", en="Indexing")) as progress, scope(system("worker")):
        done = renew(told=progress, most=options.most)
    say(Text(
        ko=f"문서 {done.total}건: {done.read}건을 읽고 {done.gone}건을 뺐습니다. 남은 것 {done.left}건, {done.seconds:.1f}초.",
        en=f"{done.total} documents: {done.read} read, {done.gone} gone, {done.left} left, {done.seconds:.1f} s.",
    ))
    return 0
