"""Points and the square mile: the exact densest square and disc, outlines of clusters, scan statistics."""
