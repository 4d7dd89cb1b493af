"""The Swedish and English words that headers and manifests use."""

from corpus.parsing.slugs import slug
from corpus.status import Kind, Status

_STATUSES = {
    Status.IN_FORCE: "in-force gallande galler i-kraft",
    Status.ADOPTED: "adopted beslutad beslutat antagen antaget",
    Status.CONSULTATION: "consultation remiss pa-remiss",
    Status.DRAFT: "draft utkast forslag",
    Status.REPEALED: "repealed upphavd upphavt upphord",
    Status.EXAMPLE: "example exempel modell",
    Status.NOTES: "notes motesanteckning motesanteckningar anteckning minnesanteckning",
}
_KINDS = {
    Kind.AGREEMENT: "agreement avtal huvudavtal",
    Kind.SUPPLEMENT: "supplement overenskommelse tillaggsavtal tillagg",
    Kind.LAW: "law lag forordning forfattning foreskrift foreskrifter",
    Kind.GUIDELINE: "guideline riktlinje riktlinjer rutin anvisning vagledning",
    Kind.MINUTES: "minutes motesanteckning motesanteckningar protokoll minnesanteckning anteckning"
    " minnesanteckningar",
}
_KEYS = {
    "title": "title titel rubrik",
    "kind": "kind typ slag dokumenttyp",
    "status": "status",
    "valid_from": "valid-from giltig-fran galler-fran ikraft-datum ikraft",
    "valid_to": "valid-to giltig-till galler-till upphor-datum upphor",
    "source": "source kalla pdf-url url lank",
    "replaces": "replaces ersatter",
    "audience": "audience malgrupp",
}
_STATUS_BY_WORD = {word: status for status, words in _STATUSES.items() for word in words.split()}
_KIND_BY_WORD = {word: kind for kind, words in _KINDS.items() for word in words.split()}
_KEY_BY_WORD = {word: key for key, words in _KEYS.items() for word in words.split()}


def status_named(word: str) -> Status | None:
    """``gällande``, ``Remiss``, ``in_force`` … as a status; None for another word."""
    return _STATUS_BY_WORD.get(slug(word))


def kind_named(word: str) -> Kind | None:
    """``överenskommelse``, ``Riktlinje``, ``law`` … as a kind; None for another word."""
    return _KIND_BY_WORD.get(slug(word))


def key_named(word: str) -> str | None:
    """The field of a document that a header's key stands for: ``giltig_från`` → ``valid_from``."""
    return _KEY_BY_WORD.get(slug(word))
