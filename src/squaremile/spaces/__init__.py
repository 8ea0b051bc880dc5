"""Sites, buildings, floors, control areas, rooms, benches: what is where, and who occupies what, when."""
