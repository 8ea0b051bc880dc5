"""The commands of `squaremile safety`."""
