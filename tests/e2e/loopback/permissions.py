"""Discord's permission bits that matter here, and how roles and overwrites combine."""

from collections.abc import Mapping
from enum import IntFlag


class Permission(IntFlag):
    """The bits that this Discord looks at, under Discord's names."""

    ADMINISTRATOR = 1 << 3
    MANAGE_GUILD = 1 << 5
    VIEW_CHANNEL = 1 << 10
    SEND_MESSAGES = 1 << 11
    MANAGE_MESSAGES = 1 << 13
    EMBED_LINKS = 1 << 14
    ATTACH_FILES = 1 << 15
    READ_MESSAGE_HISTORY = 1 << 16
    MENTION_EVERYONE = 1 << 17
    USE_APPLICATION_COMMANDS = 1 << 31
    SEND_MESSAGES_IN_THREADS = 1 << 38


NOTHING = Permission(0)
EVERYONE = (
    Permission.VIEW_CHANNEL
    | Permission.SEND_MESSAGES
    | Permission.EMBED_LINKS
    | Permission.ATTACH_FILES
    | Permission.READ_MESSAGE_HISTORY
    | Permission.USE_APPLICATION_COMMANDS
    | Permission.SEND_MESSAGES_IN_THREADS
)


def permissions_in(
    everyone: Permission,
    roles: Mapping[int, Permission],
    overwrites: Mapping[int, tuple[Permission, Permission]],
    guild_id: int,
    user_id: int,
) -> Permission:
    """Combine in Discord's order: roles, then overwrites of everyone, of roles, of the member."""
    granted = everyone
    for permissions in roles.values():
        granted |= permissions
    if granted & Permission.ADMINISTRATOR:
        return ~Permission(0)
    for group in ([guild_id], list(roles), [user_id]):
        pairs = [overwrites[key] for key in group if key in overwrites]
        for _, deny in pairs:
            granted &= ~deny
        for allow, _ in pairs:
            granted |= allow
    return granted
