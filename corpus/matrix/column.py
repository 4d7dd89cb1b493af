"""The columns of the matrix: whose a duty is."""

from enum import StrEnum

from corpus.duty import Duty
from corpus.party import Principal


class Column(StrEnum):
    """Whose a duty is. ``both`` is what municipality and region carry together, ``nobody`` what
    the text lays on nobody."""

    MUNICIPALITY = "municipality"
    REGION = "region"
    BOTH = "both"
    INDIVIDUAL = "individual"
    OTHER = "other"
    NOBODY = "nobody"


SHARED = frozenset({Principal.MUNICIPALITY, Principal.REGION})
"""The principals whose common duties stand under both."""


_BY_VALUE = {column.value: column for column in Column}


def columns_of(duty: Duty) -> tuple[Column, ...]:
    """The columns that a duty stands in.

    What municipality and region share stands once, under both; a third party that shares it
    has it in its own column too.
    """
    principals = {party.principal for party in duty.parties}
    if not principals:
        return (Column.NOBODY,)
    if principals >= SHARED or Principal.BOTH in principals:
        principals = (principals - SHARED) | {Principal.BOTH}
    named = {Column(principal.value) for principal in principals}
    return tuple(column for column in Column if column in named)


def carries(duty: Duty, party: str) -> bool:
    """Whether ``party``, the value of a column or a role in base form, carries the duty.

    Municipality and region carry what they share, too.
    """
    if column := _BY_VALUE.get(party):
        own = columns_of(duty)
        return column in own or (party in SHARED and Column.BOTH in own)
    return any(each.role and each.role.casefold() == party.casefold() for each in duty.parties)
