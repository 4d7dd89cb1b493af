"""Whether a form was sent from our own page."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers


def from_own_page(headers: Headers, public_url: str) -> bool:
    """Whether a browser says that the request comes from this very site.

    ``Sec-Fetch-Site`` is what browsers send over https and to the local machine; else
    ``Origin`` must name the host that was asked or the public one. A request that says
    neither is not from a browser's form, and is refused: programs have the API.
    """
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site == "same-origin"
    origin = urlsplit(headers.get("origin", "")).netloc.lower()
    return bool(origin) and origin in {
        headers.get("host", "").lower(),
        urlsplit(public_url).netloc.lower(),
    }
