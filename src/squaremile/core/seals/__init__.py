"""Seals: a cluster's own signature on a PDF (PAdES, ETSI EN 319 142-1), made and judged without asking anybody."""
