"""Questions that show what can be asked: in the welcome, and in the app's menu."""

EXAMPLES = ("welcome.example.1", "welcome.example.2", "welcome.example.3")
"""Keys of their texts."""
