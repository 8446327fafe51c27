"""
A small Discord of the test suite's own.

The world (servers, channels, people, messages) knows nothing of sockets; the routes and the gateway
show it to a bot as Discord would; the driver acts as people; the judge watches every request.
"""

from .answers import Answer, shown
from .driver import NoAnswerError, Person
from .errors import ApiError
from .faults import When
from .gateway import Session
from .interactions import Answered, Asked
from .judge import Schema, find_openapi
from .options import RefusedByClient
from .permissions import EVERYONE, NOTHING, Permission
from .process import BotProcess
from .server import LoopbackDiscord
from .world import Channel, File, Guild, Message, Role, User

__all__ = [
    "EVERYONE",
    "NOTHING",
    "Answer",
    "Answered",
    "ApiError",
    "Asked",
    "BotProcess",
    "Channel",
    "File",
    "Guild",
    "LoopbackDiscord",
    "Message",
    "NoAnswerError",
    "Permission",
    "Person",
    "RefusedByClient",
    "Role",
    "Schema",
    "Session",
    "User",
    "When",
    "find_openapi",
    "shown",
]
