"""Small files in the formats that are published, written by hand: every organisation, number and figure is invented."""

import json

LIST = b"""Business Name,Address,City,Zip Code,Business Type,Year Established,Website,Longitude,Latitude,Contact
Alpha Bio,1 Main St,Cambridge,02142,Life Sciences,01/01/2015 12:00:00 AM,https://alpha.example,-71.0880,42.3625,Ann
Beta Cells,2 Main St,Cambridge,02142,Life Sciences,01/01/2018 12:00:00 AM,https://beta.example,-71.0885,42.3627,Bob
Gamma Robots,3 Main St,Cambridge,02142,Technology,,https://gamma.example,-71.0890,42.3629,Cat
Delta Labs,4 Main St,Cambridge,02142,Life Sciences,,,-71.0895,42.3631,Dan
Epsilon,5 Main St,Cambridge,02142,Life Sciences,,,-71.0899,42.3633,Eve
Navigator,1 Main St,Cambridge,02142,Technology,,https://nav.example,86.149,22.806,Fay
"""
MAPPING = {
    "columns": {"Business Type": "activity"}, "constants": {"country": "US"},
    "activities": {"Life Sciences": [{"scheme": "cluster", "code": "life-sciences", "name_ko": "생명과학", "name_en": "Life sciences"}]},
}  # fmt: skip
SQUARE = {"type": "Polygon", "coordinates": [[[-71.2, 42.3], [-71.0, 42.3], [-71.0, 42.4], [-71.2, 42.4], [-71.2, 42.3]]]}
REGIONS = json.dumps({"type": "FeatureCollection", "features": [
    {"type": "Feature", "properties": {"code": "25017", "name": "Middlesex"}, "geometry": SQUARE},
    {"type": "Feature", "properties": {"code": "39041", "name": "Delaware"}, "geometry": {"type": "Polygon", "coordinates": [[
        [-83.2, 40.2], [-82.9, 40.2], [-82.9, 40.4], [-83.2, 40.4], [-83.2, 40.2]]]}},
]}).encode()  # fmt: skip
# Two squares that share an edge: arc 1 is walked forth by the one and back by the other.
TOPOLOGY = json.dumps({
    "type": "Topology", "transform": {"scale": [0.5, 0.5], "translate": [127, 35]},
    "arcs": [[[2, 0], [-2, 0], [0, 2], [2, 0]], [[2, 2], [0, -2]], [[2, 2], [2, 0], [0, -2], [-2, 0]]],
    "objects": {"units": {"type": "GeometryCollection", "geometries": [
        {"type": "Polygon", "arcs": [[0, 1]], "properties": {"code": "35011", "name": "가구", "name_eng": "Ga-gu"}},
        {"type": "MultiPolygon", "arcs": [[[2, -2]]], "properties": {"code": "36011", "name": "나구", "name_eng": "Na-gu"}},
    ]}},
}).encode()  # fmt: skip
ROR_2 = json.dumps([
    {"id": "https://ror.org/05q92br09", "status": "active", "types": ["education", "funder"], "established": 1947,
     "names": [{"value": "새벌대학교", "types": ["label"], "lang": "ko"},
               {"value": "Saebeol University", "types": ["ror_display", "label"], "lang": "en"},
               {"value": "SBU", "types": ["acronym"], "lang": None}],
     "links": [{"type": "website", "value": "https://saebeol.example"}], "relationships": [],
     "locations": [{"geonames_id": 1, "geonames_details": {"country_code": "KR", "name": "Jeonju", "lat": 35.82194, "lng": 127.14889}}]},
    {"id": "https://ror.org/027zrs220", "status": "active", "types": ["facility"], "established": None,
     "names": [{"value": "Saebeol Institute", "types": ["ror_display", "label"], "lang": "en"}], "links": [],
     "relationships": [{"id": "https://ror.org/05q92br09", "label": "Saebeol University", "type": "parent"}],
     "locations": [{"geonames_id": 1, "geonames_details": {"country_code": "KR", "name": "Jeonju", "lat": 35.82194, "lng": 127.14889}}]},
], ensure_ascii=False).encode()  # fmt: skip
ROR_CSV = b"""ror_id,name,types,status,established,country_code,admin1_code,admin1_name,city,geonames_id,lat,lng,website,release_last_touched,schema
05q92br09,Saebeol University,education|funder,active,1947.0,KR,,,Jeonju,1,35.82194,127.14889,https://saebeol.example,2.0.0,2
027zrs220,Saebeol Institute,facility,active,,KR,,,Jeonju,1,35.82194,127.14889,,2.0.0,2
05ej3nj38,Saebeol Old Institute,facility,withdrawn,,KR,,,Jeonju,1,35.82194,127.14889,,1.0.0,1
"""
RELATIONS = b"src,type,dst\n027zrs220,parent,05q92br09\n05q92br09,child,027zrs220\n05ej3nj38,successor,027zrs220\n"
INSTITUTIONS = "\n".join(json.dumps(each) for each in (
    {"id": "https://openalex.org/I100", "ror": "https://ror.org/05q92br09", "display_name": "Saebeol University", "country_code": "KR",
     "type": "education", "homepage_url": "https://saebeol.example", "geo": {"city": "Jeonju", "latitude": 35.82194, "longitude": 127.14889},
     "international": {"display_name": {"ko": "새벌대학교"}}, "display_name_acronyms": ["SBU"],
     "topics": [{"id": "https://openalex.org/T10", "display_name": "Cartilage Repair", "count": 12, "field": {"id": "https://openalex.org/fields/27"}}]},
    {"id": "https://openalex.org/I200", "ror": None, "display_name": "Harbor Institute", "country_code": "US", "type": "facility",
     "geo": {"city": "Cambridge", "latitude": 42.36, "longitude": -71.09}, "topics": []},
)).encode()  # fmt: skip
_PLACES = {n: {"id": f"https://openalex.org/I{n}", "display_name": name, "country_code": "US", "type": "facility"}
           for n, name in ((200, "Harbor Institute"), (300, "Quay Hospital"))}  # fmt: skip
_TOPIC = {"id": "https://openalex.org/T10", "display_name": "Cartilage Repair", "field": {"id": "https://openalex.org/fields/27"}}
WORKS = [
    {"id": "https://openalex.org/W1", "publication_year": 2024, "primary_topic": _TOPIC, "authorships": [
        {"author": {"display_name": "Ann Nobody"}, "institutions": [_PLACES[200]]}, {"author": {}, "institutions": [_PLACES[300], _PLACES[200]]}]},
    {"id": "https://openalex.org/W2", "publication_year": 2024, "primary_topic": _TOPIC, "authorships": [
        {"author": {}, "institutions": [_PLACES[200]]}, {"author": {}, "institutions": [_PLACES[300]]}]},
    {"id": "https://openalex.org/W3", "publication_year": 2025, "primary_topic": None,
     "authorships": [{"author": {}, "institutions": [_PLACES[300]]}]},
]  # fmt: skip
NIH = json.dumps({"meta": {"total": 3}, "results": [
    {"appl_id": 1, "fiscal_year": 2024, "project_num": "1R01XX000001-01", "agency_ic_admin": {"name": "National Institute of Testing"},
     "award_amount": 500000, "organization": {"org_name": "HARBOR INSTITUTE", "org_city": "CAMBRIDGE", "org_state": "MA",
     "org_country": "UNITED STATES", "org_zipcode": "021421234", "org_ueis": ["ABCDEFGHJKL1"]}, "geo_lat_lon": {"lat": 42.36, "lon": -71.09},
     "principal_investigators": [{"full_name": "Ann Nobody"}]},
    {"appl_id": 2, "fiscal_year": 2024, "agency_ic_admin": {"name": "National Institute of Testing"}, "award_amount": 250000,
     "organization": {"org_name": "HARBOR INSTITUTE", "org_city": "CAMBRIDGE", "org_state": "MA", "org_country": "UNITED STATES",
     "org_ueis": ["ABCDEFGHJKL1"]}, "geo_lat_lon": {"lat": 42.36, "lon": -71.09}},
    {"appl_id": 3, "fiscal_year": 2025, "agency_ic_admin": {"name": "National Institute of Testing"}, "award_amount": None,
     "organization": {"org_name": "FAR COLLEGE", "org_city": "NOWHERE", "org_state": "AK", "org_country": "UNITED STATES"}},
]}).encode()  # fmt: skip
SBIR = b"""Company,Award Title,Agency,Phase,Agency Tracking Number,Contract,Award Year,Award Amount,UEI,Address1,City,State,Zip,Contact Name
Alpha Bio,Bench,Department of Testing,Phase I,T1,C-1,2024,"150,000.00",UEIALPHA0001,1 Main St,Cambridge,MA,02142,Ann Nobody
Alpha Bio,Bench 2,Department of Testing,Phase II,T2,C-2,2024,"1,000,000.00",UEIALPHA0001,1 Main St,Cambridge,MA,02142,Ann Nobody
"""
TRIALS = json.dumps({"studies": [
    {"protocolSection": {
        "identificationModule": {"nctId": "NCT00000001"}, "statusModule": {"startDateStruct": {"date": "2024-03"}},
        "sponsorCollaboratorsModule": {"leadSponsor": {"name": "Alpha Bio", "class": "INDUSTRY"},
                                       "collaborators": [{"name": "Harbor Institute", "class": "OTHER"}]},
        "contactsLocationsModule": {"locations": [
            {"facility": "Quay Hospital", "city": "Cambridge", "geoPoint": {"lat": 42.37, "lon": -71.1}},
            {"facility": "Quay Annex", "city": "Cambridge", "geoPoint": {"lat": 42.36, "lon": -71.1}}, {"facility": "Elsewhere"}]}}},
    {"protocolSection": {
        "identificationModule": {"nctId": "NCT00000002"}, "statusModule": {"startDateStruct": {"date": "2024-05-01"}},
        "sponsorCollaboratorsModule": {"leadSponsor": {"name": "Alpha Bio", "class": "INDUSTRY"}}}},
]}).encode()  # fmt: skip
OPENFDA = json.dumps({"meta": {}, "results": [
    {"application_number": "NDA000001", "sponsor_name": "ALPHA BIO", "submissions": [{"submission_type": "ORIG", "submission_status": "AP"}]},
    {"application_number": "BLA000002", "sponsor_name": "ALPHA BIO", "submissions": [{"submission_type": "ORIG", "submission_status": "AP"}]},
    {"application_number": "NDA000003", "sponsor_name": "ALPHA BIO", "submissions": [{"submission_type": "ORIG", "submission_status": "TA"}]},
]}).encode()  # fmt: skip
QCEW = b"""area_fips,own_code,industry_code,agglvl_code,size_code,year,qtr,disclosure_code,annual_avg_estabs,annual_avg_emplvl,total_annual_wages
39041,0,10,70,0,2020,A,,5891,84743,5279365599
39041,5,3254,76,0,2020,A,,4,220,15000000
39041,5,325414,78,0,2020,A,N,1,0,0
39041,3,3254,76,0,2020,A,,1,10,1000
39041,5,101,72,0,2020,A,,9,9,9
99999,5,3254,76,0,2020,A,,2,20,2000
"""
CBP = b"""fipstate,fipscty,naics,emp_nf,emp,qp1_nf,qp1,ap_nf,ap,est
39,041,------,G,70000,G,1,G,1,5000
39,041,3254//,H,200,G,1,G,1,4
39,041,325414,D,0,D,0,D,0,2
"""
