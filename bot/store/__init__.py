"""What is kept of questions and feedback: masked, for a set number of days, in a database."""

from bot.store.errors import NewerStore, StoreUnavailable, UnusableKey
from bot.store.identity import Identity, load_identity
from bot.store.store import Store
from bot.store.told import Told

__all__ = [
    "Identity",
    "NewerStore",
    "Store",
    "StoreUnavailable",
    "Told",
    "UnusableKey",
    "load_identity",
]
