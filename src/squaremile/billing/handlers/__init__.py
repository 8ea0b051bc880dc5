"""What billing does when others speak, a file a subject."""

from squaremile.billing.handlers import bills, filings, head_counts, licences

__all__ = ["bills", "filings", "head_counts", "licences"]
