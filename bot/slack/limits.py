"""What Slack takes, in characters unless another unit is said."""

SECTION = 3_000
"""Text in one section, and what we let one rich text block hold."""

CONTEXT = 1_000
"""Text in one element of a context block; Slack names no figure, this keeps the line readable."""

BUTTON_LABEL = 75
BUTTON_URL = 400
"""Slack takes 3,000, but they count towards the message: a longer address gets no button."""

HEADER = 150
MODAL_TITLE = 24
ACTIONS = 25
"""Buttons in one row."""

MESSAGE = 11_000
"""All text of a message's blocks: Slack refuses at about 12,000, buttons and markup included."""

FALLBACK = 3_900
"""The plain text beside the blocks, escaped: Slack advises at most 4,000."""
