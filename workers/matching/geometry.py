"""Distance on the globe.

Place in the flow: used by blocking, the place comparison and survivorship.
"""

from math import asin, cos, radians, sin, sqrt

EARTH_DIAMETER_KM = 12742.0
"""Mean earth diameter. Source: IUGG mean radius 6371 km."""


def distance_km(latitude: float, longitude: float, latitude2: float, longitude2: float) -> float:
    """Great-circle distance in km between two WGS 84 points. Source: haversine formula."""
    north = sin(radians(latitude2 - latitude) / 2)
    east = sin(radians(longitude2 - longitude) / 2)
    chord = north * north + cos(radians(latitude)) * cos(radians(latitude2)) * east * east
    return EARTH_DIAMETER_KM * asin(sqrt(min(1.0, chord)))
