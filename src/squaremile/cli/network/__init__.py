"""The commands of `squaremile network`."""
