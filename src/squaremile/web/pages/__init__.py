"""Pages, one folder a domain and one file a page."""
