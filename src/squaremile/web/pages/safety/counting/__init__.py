"""Labels, scanning and counting."""
