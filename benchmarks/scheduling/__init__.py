"""How fast visit days are planned, and how far the plan may be from the best: `python -m benchmarks.scheduling`."""
