"""Tokens as Microsoft signs them, with a key made here."""

import base64
import time
from dataclasses import dataclass, field
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

APP_ID = "11111111-2222-4333-8444-555555555555"
TENANT = "99999999-8888-4777-8666-555555555555"
ISSUER = "https://api.botframework.com"


def _number(value: int) -> str:
    raw = value.to_bytes((value.bit_length() + 7) // 8, "big")
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def new_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


@dataclass
class Signer:
    key_id: str = "key-1"
    endorsements: list[str] | None = field(default_factory=lambda: ["msteams", "webchat"])
    key: rsa.RSAPrivateKey = field(default_factory=new_key)

    def public(self) -> dict[str, Any]:
        numbers = self.key.public_key().public_numbers()
        found = {
            "kty": "RSA",
            "use": "sig",
            "kid": self.key_id,
            "n": _number(numbers.n),
            "e": _number(numbers.e),
        }
        return found if self.endorsements is None else {**found, "endorsements": self.endorsements}

    def token(self, service_url: str, *, without: tuple[str, ...] = (), **claims: Any) -> str:
        now = int(time.time())
        payload = {
            "iss": ISSUER,
            "aud": APP_ID,
            "serviceurl": service_url,
            "nbf": now - 10,
            "exp": now + 3600,
            **claims,
        }
        for each in without:
            del payload[each]
        return jwt.encode(payload, self.key, "RS256", headers={"kid": self.key_id})
