"""`python -m benchmarks.safety`: these races alone, printed; `python -m benchmarks safety` keeps them for the report."""

import json

from benchmarks.postgres import server

from . import measured


def main() -> None:
    with server() as running:
        print(json.dumps(measured(running), indent=1, ensure_ascii=False))


if __name__ == "__main__":
    main()
