"""What an operator sets: from the environment or a `.env` file, which `.env.example` documents."""

from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import (
    BaseSettings,
    DotEnvSettingsSource,
    EnvSettingsSource,
    SettingsConfigDict,
)

from bot.misspelt import misspelt
from claims.errors import ClaimsError
from claims.ledger.keeping.daily import Plan


class SettingsError(ClaimsError):
    """The environment or the `.env` file is wrong; the message names each variable."""


class Settings(BaseSettings):
    """One field a variable; `token` and `ledger` carry names that other programs use as well."""

    model_config = SettingsConfigDict(
        env_file=".env",
        env_file_encoding="utf-8-sig",  # some editors begin UTF-8 with a mark, which is no name
        env_prefix="CLAIMBOT_",
        extra="ignore",
        frozen=True,
        str_strip_whitespace=True,
    )

    token: SecretStr | None = Field(default=None, validation_alias="DISCORD_TOKEN")
    ledger: Path = Path("claims.db")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    retention_days: int = Field(default=30, ge=0, le=36500)
    backups: Path | None = None
    backups_kept: int = Field(default=7, ge=1, le=36500)
    metrics_host: str = "127.0.0.1"
    metrics_port: int | None = Field(default=None, ge=0, le=65535)
    rehearsal_port: int = Field(default=8420, ge=0, le=65535)

    @field_validator("metrics_host")
    @classmethod
    def _here_where_empty(cls, host: str) -> str:
        return host or "127.0.0.1"

    @field_validator("metrics_port", "backups", mode="before")
    @classmethod
    def _none_where_empty(cls, given: object) -> object:
        return None if isinstance(given, str) and not given.strip() else given

    @property
    def plan(self) -> Plan | None:
        """Where the ledger is backed up; None where that is not set."""
        return Plan(self.backups, self.backups_kept) if self.backups else None

    @field_validator("token")
    @classmethod
    def _whole_token(cls, token: SecretStr | None) -> SecretStr | None:
        if token is None or not token.get_secret_value():
            return None
        # Three dot-separated parts, as on the Developer Portal's page "Bot".
        if token.get_secret_value().count(".") != 2 or not token.get_secret_value().isascii():
            raise ValueError(
                "is not a bot token; copy it whole from the Developer Portal, page Bot"
            )
        return token


def read_settings() -> Settings:
    """
    Read the settings. Raises SettingsError with every problem in one line.

    Names that are no settings are among the problems where they were meant as such: see
    bot.misspelt.
    """
    try:
        settings, wrong = _validated()
        problems = [*_misspelt(), *wrong]
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"Settings: .env {_unreadable(error)}.") from None
    if settings is None or problems:
        raise SettingsError(f"Settings: {'; '.join(problems)}. See .env.example.")
    return settings


def _misspelt() -> list[str]:
    environment, dotenv = (
        [name.upper() for name in source(Settings).env_vars]
        for source in (EnvSettingsSource, DotEnvSettingsSource)
    )
    return misspelt(environment, dotenv, [_variable(field) for field in Settings.model_fields])


def _validated() -> tuple[Settings | None, list[str]]:
    """Return the settings, or what is wrong with their values, which may be secret, in words."""
    try:
        return Settings(), []
    except ValidationError as error:
        return None, [
            f"{_variable(str(problem['loc'][0]))}: {problem['msg'].removeprefix('Value error, ')}"
            for problem in error.errors(include_input=False, include_url=False)
        ]


def _unreadable(error: OSError | UnicodeDecodeError) -> str:
    if isinstance(error, OSError):
        return f"cannot be read ({error.strerror})"
    return "is not text in UTF-8; save it anew in that encoding"


def _variable(field: str) -> str:
    return "DISCORD_TOKEN" if field in ("token", "DISCORD_TOKEN") else f"CLAIMBOT_{field.upper()}"
