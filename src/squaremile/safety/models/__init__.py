"""Tables of safety, one noun a file."""

from squaremile.safety.models.area import Area, AreaPack, AreaRoom, Cabinet

__all__ = ["Area", "AreaPack", "AreaRoom", "Cabinet"]
