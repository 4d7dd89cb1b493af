"""Whether an activity may be handled: its service address, channel, tenant and age."""

from datetime import UTC, datetime, timedelta
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.teams.connector import Connector
from bot.teams.refusals import TooOld, Unreadable, WrongChannel, WrongService, WrongTenant
from bot.teams.token_check import CHANNEL

OLDEST = timedelta(minutes=5)
_AGED = frozenset({"message", "invoke"})
# An edit may carry the time at which the message was first written.


class _Wire(BaseModel):
    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)


class _Tenant(_Wire):
    id: str | None = None


class _ChannelData(_Wire):
    tenant: _Tenant | None = None


class _Conversation(_Wire):
    id: str = Field(min_length=1, max_length=2_000)
    tenant: str | None = Field(default=None, alias="tenantId")


class Envelope(_Wire):
    """What is read of every activity before the library sees it."""

    type: str = Field(min_length=1, max_length=100)
    id: str = Field(default="", max_length=2_000)
    name: str | None = Field(default=None, max_length=200)
    channel: str | None = Field(default=None, alias="channelId")
    service_url: str = Field(alias="serviceUrl", max_length=2_000)
    timestamp: datetime | None = None
    conversation: _Conversation
    channel_data: _ChannelData | None = Field(default=None, alias="channelData")

    @property
    def tenants(self) -> set[str]:
        """The tenants that it names, in lower case."""
        data = self.channel_data
        named = (self.conversation.tenant, data.tenant.id if data and data.tenant else None)
        return {each.casefold() for each in named if each}


def envelope(body: Any) -> Envelope:
    """The outside of an activity. Raises Unreadable."""
    try:
        return Envelope.model_validate(body)
    except ValidationError as error:
        raise Unreadable from error


def check(
    found: Envelope,
    *,
    service_url: str | None,
    tenant: str | None,
    connector: Connector,
    now: datetime | None = None,
) -> None:
    """Let it pass, or raise a Refusal.

    ``service_url`` is the token's address, None when no token is asked for; ``tenant`` the
    one that is set, None for any; ``now`` is in UTC.
    """
    named = found.service_url.rstrip("/")
    if service_url is not None and named != service_url.rstrip("/"):
        raise WrongService
    if not connector.allows(named):
        raise WrongService
    if service_url is not None and found.channel != CHANNEL:
        raise WrongChannel
    if tenant is not None and service_url is not None and found.tenants != {tenant.casefold()}:
        raise WrongTenant
    if found.type in _AGED and found.timestamp is not None:
        written = found.timestamp
        written = written if written.tzinfo else written.replace(tzinfo=UTC)
        if abs((now or datetime.now(UTC)) - written) > OLDEST:
            raise TooOld
