"""Pages of residency, a folder a part."""
