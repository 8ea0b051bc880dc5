"""Short ways to make what tests of the atlas need."""

from decimal import Decimal

from squaremile.atlas import operations as atlas

SQUARE = {"type": "Polygon", "coordinates": [[[127.0, 35.8], [127.2, 35.8], [127.2, 35.9], [127.0, 35.9], [127.0, 35.8]]]}
FAR = {"type": "Polygon", "coordinates": [[[126.0, 34.8], [126.2, 34.8], [126.2, 34.9], [126.0, 34.9], [126.0, 34.8]]]}


def organisation(code: str, name: str = "", kind: str = "company", *, published: bool = True, **more):
    return atlas.add_organisation(code=code, kind=kind, name_ko=name or code, published=published, **more)


def site(institution: str, north: str = "35.85", east: str = "127.1", precision: str = "street", **more):
    return atlas.add_site(institution=institution, latitude=Decimal(north), longitude=Decimal(east), precision=precision, **more)


def region(code: str = "square", outline=None, *, published: bool = True, scheme: str = "drawn"):
    from squaremile.atlas.models import RegionScheme

    if not RegionScheme.objects.filter(code=scheme).exists():
        atlas.add_region_scheme(code=scheme, name_ko="그린 지역", name_en="Drawn")
    return atlas.draw_region(region_scheme=scheme, code=code, name_ko=code, outline=outline or SQUARE, published=published)
