"""`squaremile reference`: writes the manual that is made from the code; with `--check`, only says what is stale."""

import argparse
import importlib

from squaremile.cli.main import Parser
from squaremile.config import env
from squaremile.kernel.words import Text


def arguments(parser: Parser) -> None:
    says = Text(ko="쓰지 않고, 낡은 쪽이 있으면 1로 끝냅니다", en="write nothing; exit 1 where a page is stale")
    parser.add_argument("--check", action="store_true", help=str(says))


def run(options: argparse.Namespace) -> int:
    import os

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "squaremile.config.settings")
    django.setup()
    from squaremile.cli.reference import pages

    for domain in ("core", "spaces", "metering", "safety", "booking", "network", "residency", "stores", "atlas"):
        importlib.import_module(f"squaremile.{domain}.operations")
    stale = [name for name, text in pages().items() if _read(name) != text]
    for name in stale:
        print(name)
        if not options.check:
            target = env.ROOT / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(pages()[name], encoding="utf-8")
    return 1 if options.check and stale else 0


def _read(name: str) -> str:
    path = env.ROOT / name
    return path.read_text(encoding="utf-8") if path.exists() else ""
