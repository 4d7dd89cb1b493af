"""Microsoft Teams: answers as Adaptive Cards, in personal chat, group chat and channels."""

from bot.teams.mounting import mount

__all__ = ["mount"]
