"""Who calls: the bearer token of a call from Teams.

The Teams library checks tokens too, but it fetches keys on the event loop, fetches them anew
for every unknown key id, takes tokens without an expiry, lets a message without a service
address through and takes Entra tokens from any tenant. So tokens are checked here, and the
library only gets what has passed.
"""

import jwt

from bot.teams.connector import Connector
from bot.teams.refusals import BadToken, NoToken
from bot.teams.signing_keys import SigningKey, SigningKeys

LEEWAY_SECONDS = 300
"""How far the clocks may differ; Microsoft's own figure."""

CHANNEL = "msteams"
_BEARER = "bearer "
_LONGEST = 16_384


class TokenCheck:
    """Checks signature, issuer, audience and time."""

    def __init__(self, app_id: str, connector: Connector, keys: SigningKeys) -> None:
        self._app_id = app_id
        self._connector = connector
        self._keys = keys

    async def service_url(self, authorization: str | None) -> str:
        """The address that the caller may be answered at. Raises NoToken, BadToken and NoKeys."""
        if not authorization or not authorization.lower().startswith(_BEARER):
            raise NoToken
        token = authorization[len(_BEARER) :].strip()
        if not token or len(token) > _LONGEST:
            raise BadToken
        key = await self._key(token)
        try:
            claims = jwt.decode(
                token,
                key.key,
                algorithms=["RS256"],
                audience=self._app_id,
                issuer=self._connector.issuer,
                leeway=LEEWAY_SECONDS,
                options={"require": ["exp", "iss", "aud"], "strict_aud": True},
            )
        except jwt.PyJWTError as error:
            raise BadToken from error
        service_url = claims.get("serviceurl")
        if not isinstance(service_url, str) or not service_url:
            raise BadToken
        return service_url

    async def _key(self, token: str) -> SigningKey:
        try:
            key_id = jwt.get_unverified_header(token).get("kid")
        except jwt.PyJWTError as error:
            raise BadToken from error
        key = await self._keys.find(key_id) if isinstance(key_id, str) else None
        if key is None or (key.endorsements is not None and CHANNEL not in key.endorsements):
            raise BadToken
        return key
