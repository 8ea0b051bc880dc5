"""The atlas's races: each module is one race, `python -m benchmarks.atlas <name>` runs it and writes its section of RESULTS.md."""
