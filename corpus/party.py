"""Who can carry a duty."""

from dataclasses import dataclass
from enum import StrEnum


class Principal(StrEnum):
    """The principal behind a party. ``both`` is region and municipality together."""

    MUNICIPALITY = "municipality"
    REGION = "region"
    BOTH = "both"
    INDIVIDUAL = "individual"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A principal and, where the text names one, a role such as ``vårdcentral``.

    ``role`` is the lower-case Swedish base form that ``corpus/data/parties.toml`` lists,
    or None when the text names the principal itself.
    """

    principal: Principal
    role: str | None = None
