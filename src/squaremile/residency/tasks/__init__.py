"""What residency does by the clock, a file a subject."""
