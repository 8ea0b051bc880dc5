"""Pages of the atlas: registry, regions, claims, and how good the data are."""
