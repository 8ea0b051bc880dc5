"""squaremile: the open operating system of a life-science cluster."""
