"""Pages of the directory: organisations, labs, people, technologies, publications."""
