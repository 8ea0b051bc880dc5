"""The commands of `squaremile atlas`."""
