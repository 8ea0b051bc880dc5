"""What residency does when others speak, a file a subject."""
