"""Distance on the globe.

Place in the flow: used by the place comparisons, some hundred thousand times a second.
"""

from math import cos, radians, sqrt

KM_A_DEGREE = 111.195
"""Length of a degree of a great circle on a sphere of 6371 km (IUGG mean radius)."""


def distance_km(latitude: float, longitude: float, latitude2: float, longitude2: float) -> float:
    """Distance in km between two WGS 84 points, for distances that matter here.

    Equirectangular: within 1 % of the great circle up to 500 km below latitude 70. Source: Snyder,
    Map Projections (USGS, 1987), equidistant cylindrical.
    """
    north = latitude2 - latitude
    east = (longitude2 - longitude + 180.0) % 360.0 - 180.0
    east *= cos(radians((latitude + latitude2) / 2))
    return KM_A_DEGREE * sqrt(north * north + east * east)
