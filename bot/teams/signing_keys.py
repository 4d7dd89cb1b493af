"""The keys that sign calls from Teams, fetched once and kept."""

import asyncio
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import httpx
import jwt

from bot.teams.refusals import NoKeys

LOG = logging.getLogger("ansvarslots.teams")

KEPT_SECONDS = 24 * 3600
"""How long keys are trusted without asking again."""

PAUSE_SECONDS = 300
"""Least time between two fetches: a forged key id must not make us call out each time."""

FETCH_SECONDS = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningKey:
    """A public key and the channels that it may speak for; None: it does not say."""

    key: jwt.PyJWK
    endorsements: tuple[str, ...] | None


class SigningKeys:
    """Keys by id, from an OpenID metadata address. Never blocks the event loop."""

    def __init__(self, openid_url: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._url = openid_url
        self._clock = clock
        self._keys: dict[str, SigningKey] = {}
        self._fetched: float | None = None
        self._tried: float | None = None
        self._lock = asyncio.Lock()

    async def find(self, key_id: str) -> SigningKey | None:
        """The key, or None where there is none by that id. Raises NoKeys when there are no
        keys and none can be fetched."""
        if key_id not in self._keys or self._age(self._fetched) > KEPT_SECONDS:
            async with self._lock:
                if key_id not in self._keys or self._age(self._fetched) > KEPT_SECONDS:
                    await self._refresh()
        if not self._keys:
            raise NoKeys
        return self._keys.get(key_id)

    def _age(self, since: float | None) -> float:
        return float("inf") if since is None else self._clock() - since

    async def _refresh(self) -> None:
        if self._keys and self._age(self._tried) < PAUSE_SECONDS:
            return
        self._tried = self._clock()
        try:
            self._keys = _read(await self._fetch())
        except (httpx.HTTPError, jwt.PyJWTError, ValueError, KeyError, TypeError) as error:
            # Old keys stay good until their day is over; after that nothing is let in.
            LOG.warning("Teams: the signing keys could not be fetched: %s", type(error).__name__)
            if self._age(self._fetched) > KEPT_SECONDS:
                self._keys = {}
        else:
            self._fetched = self._clock()

    async def _fetch(self) -> dict[str, Any]:
        async with httpx.AsyncClient(timeout=FETCH_SECONDS) as client:
            metadata = await client.get(self._url)
            metadata.raise_for_status()
            keys = await client.get(metadata.json()["jwks_uri"])
            keys.raise_for_status()
            found: dict[str, Any] = keys.json()
            return found


def _read(found: dict[str, Any]) -> dict[str, SigningKey]:
    keys: dict[str, SigningKey] = {}
    for each in found["keys"]:
        if each.get("kty") != "RSA" or each.get("use", "sig") != "sig" or "kid" not in each:
            continue
        endorsements = each.get("endorsements")
        keys[each["kid"]] = SigningKey(
            key=jwt.PyJWK(each, algorithm="RS256"),
            endorsements=None if endorsements is None else tuple(endorsements),
        )
    if not keys:
        raise ValueError("no signing key")
    return keys
