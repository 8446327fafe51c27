"""What an operator sets: from the environment or a `.env` file, which `.env.example` documents."""

from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from claims.errors import ClaimsError


class SettingsError(ClaimsError):
    """The environment or the `.env` file is wrong; the message names each variable."""


class Settings(BaseSettings):
    """One field a variable; `token` and `ledger` carry names that other programs use as well."""

    model_config = SettingsConfigDict(
        env_file=".env",
        env_prefix="CLAIMBOT_",
        extra="ignore",
        frozen=True,
        str_strip_whitespace=True,
    )

    token: SecretStr | None = Field(default=None, validation_alias="DISCORD_TOKEN")
    ledger: Path = Path("claims.db")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    retention_days: int = Field(default=30, ge=0, le=36500)
    metrics_host: str = "127.0.0.1"
    metrics_port: int | None = Field(default=None, ge=0, le=65535)
    rehearsal_port: int = Field(default=8420, ge=0, le=65535)

    @field_validator("metrics_host")
    @classmethod
    def _here_where_empty(cls, host: str) -> str:
        return host or "127.0.0.1"

    @field_validator("metrics_port", mode="before")
    @classmethod
    def _none_where_empty(cls, port: object) -> object:
        return None if port == "" else port

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
    """Read the settings. Raises SettingsError with every problem in one line."""
    try:
        return Settings()
    except ValidationError as error:
        # The values stay out of the message: one of them may be the token.
        problems = "; ".join(
            f"{_variable(str(problem['loc'][0]))}: {problem['msg'].removeprefix('Value error, ')}"
            for problem in error.errors(include_input=False, include_url=False)
        )
        raise SettingsError(f"Settings: {problems}. See .env.example.") from None


def _variable(field: str) -> str:
    return field if field == "DISCORD_TOKEN" else f"CLAIMBOT_{field.upper()}"
