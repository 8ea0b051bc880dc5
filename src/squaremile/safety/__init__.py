"""Safety: what the rules of a place allow, and the sum that shows it. So far the rules alone; rooms and stock will follow."""
