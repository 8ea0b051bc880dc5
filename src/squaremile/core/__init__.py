"""People, organisations, roles, and the machinery every domain shares: audit, gates, outbox, search, notices, files."""
