"""Who asked, without saying who: keyed hashes of the surfaces' own ids."""

import hashlib
import hmac
import os
import secrets
import tempfile
from contextlib import suppress
from pathlib import Path

from bot.asking.values import Surface
from bot.settings import BotSettings
from bot.store.errors import UnusableKey
from corpus.system_reason import system_reason

KEY_FILE = "hash.key"
KEY_BYTES = 32


class Identity:
    """Hashes ids with HMAC-SHA256. Without the key, nobody can try out known ids."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def user(self, surface: Surface, id: str | None) -> str | None:
        """64 hex digits; the same user of the same surface always gets the same. None: None."""
        return None if id is None else self._hash("user", surface, id)

    def thread(self, surface: Surface, id: str | None) -> str | None:
        """64 hex digits, never those of a user with the same id. None: None."""
        return None if id is None else self._hash("thread", surface, id)

    def _hash(self, kind: str, surface: Surface, id: str) -> str:
        message = "\0".join((kind, surface.value, id)).encode("utf-8", "surrogatepass")
        return hmac.new(self._key, message, hashlib.sha256).hexdigest()


def load_identity(settings: BotSettings) -> Identity:
    """With the key that is set, else the one in the data folder, which is made when missing.

    Raises UnusableKey.
    """
    if settings.hash_key is not None:
        return Identity(settings.hash_key.get_secret_value().encode())
    file = settings.data / KEY_FILE
    try:
        if not file.exists():
            _make_key(file)
        key = bytes.fromhex(file.read_text(encoding="ascii").strip())
    except OSError as error:
        raise UnusableKey(file=str(file), reason=system_reason(error)) from error
    except ValueError as error:
        raise _damaged(file) from error
    if len(key) != KEY_BYTES:
        raise _damaged(file)
    return Identity(key)


def _make_key(file: Path) -> None:
    """Put a random key in place whole; when two processes do it at once, the first one wins."""
    file.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(prefix=".hash-", dir=file.parent)  # mode 0600
    beside = Path(name)
    try:
        with os.fdopen(descriptor, "w", encoding="ascii") as opened:
            opened.write(secrets.token_hex(KEY_BYTES) + "\n")
            opened.flush()
            os.fsync(opened.fileno())
        with suppress(FileExistsError):
            os.link(beside, file)
    finally:
        beside.unlink()


def _damaged(file: Path) -> UnusableKey:
    reason = ("den är skadad", "it is damaged")
    return UnusableKey(file=str(file), reason=reason)
