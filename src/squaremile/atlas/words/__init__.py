"""What the atlas says: refusals and labels, Korean and English side by side, one file for each part."""
