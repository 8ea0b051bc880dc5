"""Words of the stores, one file a topic."""
