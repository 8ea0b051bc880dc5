"""Matching measured: quality on public sets beside what was published, speed beside a peer and the physical limit."""
