"""Slack: asking in direct messages, channels, by command and by shortcut."""

from bot.slack.mount import mount

__all__ = ["mount"]
