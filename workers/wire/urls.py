"""One spelling for a page's address, so that the same page has one id.

Place in the flow: `wire.articles` takes it as the article id where the feed gives none.
"""

import re
from urllib.parse import urlsplit, urlunsplit

_TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_cid|mc_eid|_ga|cmpid|ocid)",
    re.IGNORECASE,
)
"""Query parameters that say how a reader came, not what page it is.

Source: the parameters that Firefox strips (Mozilla, query stripping list, 2023), and Google's utm.
"""

_DEFAULT_PORTS = {"http": ":80", "https": ":443"}


def canonical_url(url: str) -> str:
    """The page's address: host in lower case, no fragment, no default port, no tracking.

    An address that cannot be read is returned as it is, without outer space.

    Source: RFC 3986 section 6.2.2 and 6.2.3, syntax- and scheme-based normalization.
    """
    url = url.strip()
    try:
        scheme, host, path, query, _ = urlsplit(url)
    except ValueError:
        return url
    if not scheme or not host:
        return url
    user, at, address = host.rpartition("@")
    address = address.lower().removesuffix(_DEFAULT_PORTS.get(scheme, "\0"))
    kept = (p for p in query.split("&") if not _TRACKING.fullmatch(p.partition("=")[0]))
    return urlunsplit((scheme, user + at + address, path or "/", "&".join(kept), ""))
