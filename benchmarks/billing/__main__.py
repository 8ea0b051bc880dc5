"""`python -m benchmarks.billing [events] [events of the peer]`: this race alone, printed; `python -m benchmarks billing` keeps it."""

import json
import sys

from benchmarks.postgres import server

from .race import measured


def main() -> None:
    with server() as running:
        print(json.dumps(measured(running, *map(int, sys.argv[1:])), indent=1, ensure_ascii=False))


if __name__ == "__main__":
    main()
