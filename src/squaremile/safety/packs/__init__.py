"""Rule packs that come with squaremile: one TOML file a jurisdiction, as docs/safety/packs.md describes."""
