"""Tables of regions by activities: specialisation, concentration, complexity, relatedness."""
