"""What the screens of the atlas show, and what its questions are answered by."""
