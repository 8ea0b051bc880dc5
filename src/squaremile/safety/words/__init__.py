"""What safety says, in both languages, one file for each part of it."""
