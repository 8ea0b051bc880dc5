"""Outlines of clusters: where points lie close together, wherever that is and whatever its shape."""
