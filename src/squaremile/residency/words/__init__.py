"""Words of residency, a file a part."""
