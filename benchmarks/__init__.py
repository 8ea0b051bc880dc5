"""The races: squaremile, its closest peer (NEMO) and the physical limit, in one run on one machine.

`python -m benchmarks` runs them all; README.md beside this file says what each part measures.
"""
