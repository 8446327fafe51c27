"""The refusals that Discord answers with: HTTP status, its own code, and words."""

from collections.abc import Iterable


class ApiError(Exception):
    """A refusal; `details` say what exactly is wrong, for who reads the test's output."""

    def __init__(self, status: int, code: int, message: str, details: Iterable[str] = ()) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message
        self.details = tuple(details)


def unauthorized() -> ApiError:
    """The token is not valid (any more)."""
    return ApiError(401, 0, "401: Unauthorized")


def unknown_channel() -> ApiError:
    """No such channel."""
    return ApiError(404, 10003, "Unknown Channel")


def unknown_guild() -> ApiError:
    """No such server, or the bot is not in it."""
    return ApiError(404, 10004, "Unknown Guild")


def unknown_message() -> ApiError:
    """No such message, or one that only its reader sees."""
    return ApiError(404, 10008, "Unknown Message")


def unknown_user() -> ApiError:
    """No such user."""
    return ApiError(404, 10013, "Unknown User")


def unknown_webhook() -> ApiError:
    """A follow-up to an interaction that was never answered, or that does not exist."""
    return ApiError(404, 10015, "Unknown Webhook")


def unknown_interaction() -> ApiError:
    """An answer to an interaction that does not exist, or later than three seconds."""
    return ApiError(404, 10062, "Unknown interaction")


def unknown_command() -> ApiError:
    """No such application command."""
    return ApiError(404, 10063, "Unknown application command")


def already_acknowledged() -> ApiError:
    """A second answer to one interaction."""
    return ApiError(400, 40060, "Interaction has already been acknowledged.")


def missing_access() -> ApiError:
    """The bot cannot see this."""
    return ApiError(403, 50001, "Missing Access")


def foreign_message() -> ApiError:
    """Only its author may edit a message."""
    return ApiError(403, 50005, "Cannot edit a message authored by another user")


def empty_message() -> ApiError:
    """A message with nothing in it."""
    return ApiError(400, 50006, "Cannot send an empty message")


def closed_dms() -> ApiError:
    """Such a person takes no direct messages from the bot."""
    return ApiError(403, 50007, "Cannot send messages to this user")


def missing_permissions() -> ApiError:
    """The bot sees this but may not do that."""
    return ApiError(403, 50013, "Missing Permissions")


def expired_token() -> ApiError:
    """An interaction's token, after its fifteen minutes."""
    return ApiError(401, 50027, "Invalid Webhook Token")


def invalid_body(details: Iterable[str]) -> ApiError:
    """The body breaks a rule."""
    return ApiError(400, 50035, "Invalid Form Body", details)


def refuse(complaints: Iterable[str]) -> None:
    """Refuse a body about which there is anything to complain."""
    if details := list(complaints):
        raise invalid_body(details)


def archived_thread() -> ApiError:
    """Nothing can be changed in an archived thread."""
    return ApiError(400, 50083, "Thread is archived")
