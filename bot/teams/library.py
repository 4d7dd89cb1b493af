"""The one place where the Teams library is imported.

It warns of its own previews when it is imported and reads a ``.env`` file of the working
folder, so it is imported only when Teams is served, and quietly.
"""

import warnings

from microsoft_teams.common.experimental import ExperimentalWarning

with warnings.catch_warnings():
    warnings.simplefilter("ignore", ExperimentalWarning)
    from microsoft_teams.api.activities import SentActivity
    from microsoft_teams.api.activities.install_update import InstalledActivity
    from microsoft_teams.api.activities.invoke import AdaptiveCardInvokeActivity
    from microsoft_teams.api.activities.message import (
        MessageActivity,
        MessageActivityInput,
        MessageUpdateActivity,
    )
    from microsoft_teams.api.activities.typing import TypingActivityInput
    from microsoft_teams.api.activities.utils import strip_mentions_text
    from microsoft_teams.api.auth.cloud_environment import PUBLIC
    from microsoft_teams.api.models import Account, InvokeResponse
    from microsoft_teams.api.models.adaptive_card import AdaptiveCardActionMessageResponse
    from microsoft_teams.apps import ActivityContext, App
    from microsoft_teams.apps.events import ActivityEvent, CoreActivity
    from microsoft_teams.apps.http.adapter import HttpMethod, HttpRouteHandler
    from microsoft_teams.common.http.client import (
        Client,
        ClientOptions,
        MiddlewareContext,
        MiddlewareNext,
    )

__all__ = [
    "PUBLIC",
    "Account",
    "ActivityContext",
    "ActivityEvent",
    "AdaptiveCardActionMessageResponse",
    "AdaptiveCardInvokeActivity",
    "App",
    "Client",
    "ClientOptions",
    "CoreActivity",
    "HttpMethod",
    "HttpRouteHandler",
    "InstalledActivity",
    "InvokeResponse",
    "MessageActivity",
    "MessageActivityInput",
    "MessageUpdateActivity",
    "MiddlewareContext",
    "MiddlewareNext",
    "SentActivity",
    "TypingActivityInput",
    "strip_mentions_text",
]
