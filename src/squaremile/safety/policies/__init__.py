"""Rules of safety: packs of a jurisdiction's figures, and plain arithmetic upon them."""
