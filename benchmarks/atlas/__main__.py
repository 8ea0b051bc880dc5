"""`python -m benchmarks.atlas <race> [options of the race]`: run it, and write its section of benchmarks/atlas/RESULTS.md.

A race is a module here with `section(arguments) -> str` (Markdown that begins with a heading of the second level).
"""

import importlib
import re
import sys
from pathlib import Path

RESULTS = Path(__file__).with_name("RESULTS.md")
HEAD = "# The atlas's races\n\nEach section is written by `python -m benchmarks.atlas <race>`; answers are compared first.\n"


def races() -> list[str]:
    """Found by reading: some modules here run in a peer's environment and cannot be loaded in ours."""
    return sorted(file.stem for file in Path(__file__).parent.glob("*.py") if "def section(" in file.read_text(encoding="utf-8"))


def keep(name: str, text: str) -> None:
    """Put the section in its place: between its own marks, or at the end."""
    held = RESULTS.read_text(encoding="utf-8") if RESULTS.exists() else HEAD
    block = f"<!-- {name} -->\n{text.strip()}\n<!-- /{name} -->"
    place = re.compile(rf"<!-- {name} -->.*?<!-- /{name} -->", re.DOTALL)
    held = place.sub(lambda _: block, held) if place.search(held) else f"{held.rstrip()}\n\n{block}\n"
    RESULTS.write_text(held, encoding="utf-8")


def main() -> int:
    there = races()
    if len(sys.argv) < 2 or sys.argv[1] not in there:
        print(f"python -m benchmarks.atlas {'|'.join(there)}", file=sys.stderr)
        return 2
    name = sys.argv[1]
    text = importlib.import_module(f"benchmarks.atlas.{name}").section(sys.argv[2:])
    keep(name, text)
    print(text)
    return 0


if __name__ == "__main__":
    __path__ = [str(Path(__file__).parent)]
    sys.exit(main())
