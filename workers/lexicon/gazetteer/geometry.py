"""Distance between two points on the globe: one formula for the gazetteer, extraction and matching.

Place in the flow: used where places are compared, some hundred thousand times a second.
"""

from math import cos, radians, sqrt

KM_PER_DEGREE = 111.195
"""Length of a degree of a great circle on a sphere of 6371 km (IUGG mean radius)."""


def km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Distance in km between two points (latitude, longitude), for distances that matter here.

    Equirectangular: within 1 % of the great circle up to 500 km below latitude 70. Source: Snyder,
    Map Projections (USGS, 1987), equidistant cylindrical.
    """
    north = other[0] - one[0]
    east = (other[1] - one[1] + 180.0) % 360.0 - 180.0
    east *= cos(radians((one[0] + other[0]) / 2))
    return KM_PER_DEGREE * sqrt(north * north + east * east)
