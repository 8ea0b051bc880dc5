"""The network over the API, one file for each part of it."""

from squaremile.api.endpoint import Endpoint
from squaremile.api.v1.network import (
    agreements,
    agreements_reads,
    directory,
    directory_reads,
    finding,
    liaison,
    needs,
    partnering,
    visits,
)

READS = (agreements_reads, directory_reads)
"""Imported for what they put on the router."""
ENDPOINTS: tuple[Endpoint, ...] = (
    *directory.ENDPOINTS, *finding.ENDPOINTS, *needs.ENDPOINTS, *liaison.ENDPOINTS, *visits.ENDPOINTS,
    *partnering.ENDPOINTS, *agreements.ENDPOINTS,
)  # fmt: skip
