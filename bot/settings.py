"""The settings of the chat surfaces, beside those of the program itself.

Values that are dangerous together are refused when the settings are read. A refusal is a
pydantic fault of the type ``refused`` whose context holds ``names`` (the variables),
``swedish`` and ``english``; ``bot.cli.environment`` tells it to the user.
"""

from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, model_validator
from pydantic_settings import NoDecode, SettingsConfigDict

from bot import settings_checks as checks
from bot.settings_faults import refused
from retrieval.settings import Settings

WebAddress = Annotated[str, AfterValidator(checks.web_address)]
Hosts = Annotated[
    tuple[str, ...],
    NoDecode,
    BeforeValidator(checks.divided_by_commas),
    AfterValidator(checks.host_names),
]


class BotSettings(Settings):
    """What a maintainer can set for Slack, Teams, the web page and the API.

    Secrets never show in a representation or in a message of what is wrong.
    """

    model_config = SettingsConfigDict(
        env_prefix="ANSVARSLOTS_",
        env_ignore_empty=True,
        extra="ignore",
        hide_input_in_errors=True,
    )

    host: str = Field(
        default="127.0.0.1",
        description="Address to listen on. The default is reached from this machine only.",
    )
    port: int = Field(default=8440, ge=1, le=65535, description="Port to listen on.")
    public_url: WebAddress = Field(
        default="",
        description="Address that people reach the web page by, for links from the chats to "
        "clauses. Empty: `http://` with host and port.",
    )
    allowed_hosts: Hosts = Field(
        default=(),
        description="Host names that requests may carry, with commas between; `*.name` takes in "
        "names below. Empty: the host of the public address and this machine's own names.",
    )
    database_url: Annotated[SecretStr, AfterValidator(checks.database)] | None = Field(
        default=None,
        description="Where masked questions and feedback are kept: `sqlite:////folder/file` or "
        "`postgresql://user:password@host/name`. Empty: an SQLite file in the data folder.",
    )
    keep_days: int = Field(
        default=90, ge=1, le=3650, description="Days until a stored question is deleted."
    )
    thread_minutes: int = Field(
        default=60, ge=1, le=10_080, description="Minutes that a thread remembers its questions."
    )
    thread_questions: int = Field(
        default=3, ge=0, le=20, description="Earlier questions that a thread remembers."
    )
    hash_key: Annotated[SecretStr, AfterValidator(checks.long_key)] | None = Field(
        default=None,
        description="Key, at least 32 characters, that users' and threads' ids are hashed with. "
        "Empty: a random one is made once and kept in the data folder.",
    )
    per_user_per_minute: int = Field(
        default=20, ge=1, le=100_000, description="Questions that one person may ask in a minute."
    )
    everyone_per_second: int = Field(
        default=60,
        ge=1,
        le=100_000,
        description="Questions that all may ask in a second. Where Slack or Teams is set up, the "
        "web page and the API together use three quarters of them.",
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", description="How much is logged: `debug`, `info`, `warning` or `error`."
    )

    slack_bot_token: Annotated[SecretStr, AfterValidator(checks.bot_token)] | None = Field(
        default=None, description="Slack: the bot token, `xoxb-…`."
    )
    slack_app_token: Annotated[SecretStr, AfterValidator(checks.app_token)] | None = Field(
        default=None,
        description="Slack: the app-level token, `xapp-…`. Set: Socket Mode, no inbound port.",
    )
    slack_signing_secret: SecretStr | None = Field(
        default=None, description="Slack: the signing secret, needed when Slack calls by HTTP."
    )
    slack_client_id: str | None = Field(
        default=None, description="Slack: the client id, for several workspaces by OAuth."
    )
    slack_client_secret: SecretStr | None = Field(
        default=None, description="Slack: the client secret, for several workspaces by OAuth."
    )
    slack_api_url: WebAddress = Field(
        default="https://slack.com/api",
        description="Slack: the address of its Web API; another one for GovSlack or a proxy.",
    )

    teams_client_id: str | None = Field(
        default=None, description="Teams: the bot's application (client) id."
    )
    teams_client_secret: SecretStr | None = Field(
        default=None, description="Teams: the bot's client secret."
    )
    teams_tenant_id: str | None = Field(
        default=None, description="Teams: the directory (tenant) id of a single-tenant bot."
    )
    teams_allow_unauthenticated: bool = Field(
        default=False,
        description="Teams, development only: take messages without a token. Refused unless "
        "the program is reached from this machine alone.",
    )

    @property
    def only_this_machine(self) -> bool:
        """Whether both the address listened on and the public address are this machine's own."""
        return checks.is_loopback(self.host) and checks.is_loopback(checks.host_of(self.public_url))

    @property
    def slack_configured(self) -> bool:
        """Whether Slack is to be served, by Socket Mode, by HTTP or by OAuth."""
        return self.slack_bot_token is not None or self.slack_client_id is not None

    @property
    def teams_configured(self) -> bool:
        """Whether Teams is to be served."""
        return self.teams_client_id is not None or self.teams_allow_unauthenticated

    @property
    def default_database(self) -> Path:
        """The SQLite file that is used when no database is named."""
        return self.data / "store" / "ansvarslotsen.sqlite3"

    @model_validator(mode="after")
    def _address(self) -> Self:
        loopback = checks.is_loopback(self.host)
        if not self.public_url:
            if not loopback:
                raise refused("open_host", "HOST", "PUBLIC_URL", host=self.host)
            self.public_url = f"http://{checks.bracketed(self.host)}:{self.port}"
        named = checks.host_of(self.public_url)
        if self.public_url.startswith("http:") and not checks.is_loopback(named):
            raise refused("plain_http", "PUBLIC_URL", address=self.public_url)
        if not self.allowed_hosts:
            own = ("127.0.0.1", "localhost", self.host) if loopback else ("127.0.0.1", "localhost")
            self.allowed_hosts = tuple(dict.fromkeys((named, *own)))
        return self

    @model_validator(mode="after")
    def _slack(self) -> Self:
        if self.slack_app_token and not self.slack_bot_token:
            raise refused("slack_no_bot_token", "SLACK_APP_TOKEN", "SLACK_BOT_TOKEN")
        if bool(self.slack_client_id) != bool(self.slack_client_secret):
            raise refused("half_a_pair", "SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET")
        by_http = bool(self.slack_client_id) or (
            self.slack_bot_token is not None and self.slack_app_token is None
        )
        if by_http and not self.slack_signing_secret:
            raise refused("slack_unsigned", "SLACK_SIGNING_SECRET")
        if self.slack_api_url.startswith("http:") and not checks.is_loopback(
            checks.host_of(self.slack_api_url)
        ):
            raise refused("plain_http", "SLACK_API_URL", address=self.slack_api_url)
        return self

    @model_validator(mode="after")
    def _teams(self) -> Self:
        if bool(self.teams_client_id) != bool(self.teams_client_secret):
            raise refused("half_a_pair", "TEAMS_CLIENT_ID", "TEAMS_CLIENT_SECRET")
        if self.teams_allow_unauthenticated and not self.only_this_machine:
            raise refused("teams_open", "TEAMS_ALLOW_UNAUTHENTICATED")
        return self
