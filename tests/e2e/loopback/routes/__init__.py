"""Discord's HTTP routes, by subject."""

from .accounts import Accounts
from .commands import Commands
from .messages import Messages
from .responses import Responses

__all__ = ["Accounts", "Commands", "Messages", "Responses"]
