"""The world's things as Discord writes them in JSON."""

import mimetypes
from datetime import UTC, datetime

from .world import DM, PUBLIC_THREAD, Channel, File, Guild, Json, Member, Message, Role, User, World

ABSENT_IN_GUILD = (
    *("icon", "description", "home_header", "splash", "discovery_splash", "banner"),
    *("application_id", "afk_channel_id", "system_channel_id", "widget_channel_id"),
    *("rules_channel_id", "safety_alerts_channel_id", "public_updates_channel_id"),
    *("vanity_url_code", "max_presences", "incidents_data"),
)
ZERO_IN_GUILD = (
    *("system_channel_flags", "verification_level", "default_message_notifications"),
    *("mfa_level", "explicit_content_filter", "premium_tier", "premium_subscription_count"),
    *("nsfw_level", "max_stage_video_channel_users"),
)
FORWARD = 1  # of a message's reference; 0 is a reply
JOINED = datetime(2024, 5, 1, tzinfo=UTC).isoformat()


def attachment(number: str, file: File, folder: str) -> Json:
    """A file that a person attached; `folder` is the address below which it is fetched."""
    url = f"{folder}/{number}/{file.name}"
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    return {
        "id": number,
        "filename": file.name,
        "size": len(file.content),
        "url": url,
        "proxy_url": url,
        "content_type": f"{kind}; charset=utf-8" if kind.startswith("text/") else kind,
    }


def user(who: User) -> Json:
    """A user as others see them."""
    return {
        "id": str(who.id),
        "username": who.name.replace(" ", "_").lower(),
        "global_name": who.name,
        "discriminator": "0000" if who.bot else "0",
        "avatar": None,
        "bot": who.bot,
        "public_flags": 0,
        "flags": 0,
        "primary_guild": None,
    }


def own_user(who: User) -> Json:
    """The bot as it sees itself."""
    return {**user(who), "mfa_enabled": True, "locale": "en-US", "verified": True}


def application(world: World) -> Json:
    """The application that the token belongs to."""
    return {
        "id": str(world.application_id),
        "name": "claimbot",
        "icon": None,
        "description": "",
        "type": None,
        "verify_key": "0" * 64,
        "flags": 0,
        "flags_new": "0",
        "redirect_uris": [],
        "interactions_endpoint_url": None,
        "role_connections_verification_url": None,
        "owner": user(world.developer),
        "approximate_guild_count": len(world.guilds),
        "approximate_user_install_count": 0,
        "approximate_user_authorization_count": 0,
        "explicit_content_filter": 0,
        "team": None,
        "eligible_oauth2_scopes": ["bot", "applications.commands"],
        "bot_public": True,
        "bot_require_code_grant": False,
        "rpc_origins": [],
    }


def role(of: Role) -> Json:
    """A role."""
    return {
        "id": str(of.id),
        "name": of.name,
        "permissions": str(int(of.permissions)),
        "position": of.position,
        "color": 0,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "hoist": False,
        "managed": False,
        "mentionable": False,
        "icon": None,
        "unicode_emoji": None,
        "flags": 0,
    }


def member(of: Member) -> Json:
    """A member with their user."""
    return {
        "user": user(of.user),
        "roles": [str(each.id) for each in of.roles],
        "nick": None,
        "avatar": None,
        "banner": None,
        "joined_at": JOINED,
        "premium_since": None,
        "communication_disabled_until": None,
        "deaf": False,
        "mute": False,
        "pending": False,
        "flags": 0,
    }


def channel(of: Channel) -> Json:
    """A channel, thread or direct conversation."""
    last = str(of.messages[-1].id) if of.messages else None
    if of.type == DM:
        assert of.recipient is not None
        recipients = [user(of.recipient)]
        return {"id": str(of.id), "type": DM, "flags": 0, "last_message_id": last} | {
            "recipients": recipients
        }
    assert of.guild is not None
    common: Json = {
        "id": str(of.id),
        "type": of.type,
        "guild_id": str(of.guild.id),
        "name": of.name,
        "flags": 0,
        "last_message_id": last,
        "parent_id": str(of.parent.id) if of.parent else None,
        "rate_limit_per_user": 0,
    }
    if of.type == PUBLIC_THREAD:
        return common | {
            "owner_id": str(of.guild.owner.id),
            "message_count": len(of.messages),
            "total_message_sent": len(of.messages),
            "member_count": 1,
            "thread_metadata": {
                "archived": of.archived,
                "locked": of.locked,
                "auto_archive_duration": 1440,
                "archive_timestamp": JOINED,
                "create_timestamp": JOINED,
            },
        }
    return common | {
        "position": list(of.guild.channels).index(of.id),
        "topic": None,
        "nsfw": False,
        "permission_overwrites": [
            {
                "id": str(key),
                "type": 0 if key in of.guild.roles else 1,
                "allow": str(int(allow)),
                "deny": str(int(deny)),
            }
            for key, (allow, deny) in of.overwrites.items()
        ],
    }


def guild(of: Guild) -> Json:
    """A server as REST gives it."""
    nothing: Json = dict.fromkeys(ABSENT_IN_GUILD)
    zero: Json = dict.fromkeys(ZERO_IN_GUILD, 0)
    return {
        **nothing,
        **zero,
        "id": str(of.id),
        "name": of.name,
        "features": [],
        "owner_id": str(of.owner.id),
        "region": "deprecated",
        "afk_timeout": 300,
        "widget_enabled": False,
        "roles": [role(each) for each in of.roles.values()],
        "max_members": 500_000,
        "max_video_channel_users": 25,
        "preferred_locale": "en-US",
        "premium_progress_bar_enabled": False,
        "nsfw": False,
        "emojis": [],
        "stickers": [],
    }


def guild_create(of: Guild, bot: User) -> Json:
    """A server as the gateway gives it; of members only the bot, as without the intent."""
    places = of.channels.values()
    return guild(of) | {
        "joined_at": JOINED,
        "large": False,
        "unavailable": False,
        "member_count": len(of.members),
        "members": [member(of.members[bot.id])],
        "channels": [channel(each) for each in places if each.parent is None],
        "threads": [channel(each) for each in places if each.parent is not None],
        "voice_states": [],
        "presences": [],
        "stage_instances": [],
        "guild_scheduled_events": [],
        "soundboard_sounds": [],
    }


def message(of: Message) -> Json:
    """A message."""
    body: Json = {
        **_snapshot(of),
        "id": str(of.id),
        "channel_id": str(of.channel.id),
        "author": user(of.author),
        "mention_everyone": "everyone" in of.pings,
        "pinned": False,
        "tts": False,
    }
    if of.nonce is not None:
        body["nonce"] = of.nonce
    if of.metadata is not None:
        body |= {"interaction_metadata": of.metadata, "webhook_id": str(of.author.id)}
        body |= {"application_id": str(of.author.id)}
    if of.forwards is not None:
        body["message_reference"] = _reference(of.forwards)
        body["message_snapshots"] = [{"message": _snapshot(of.forwards)}]
    return body


def _snapshot(of: Message) -> Json:
    """What a message shows, as a forward has it: nobody is told who wrote it."""
    return {
        "type": 0 if of.metadata is None else 20,
        "content": of.content,
        "embeds": [{"type": "rich", **embed} for embed in of.embeds],
        "components": of.components,
        "attachments": of.attachments,
        "mentions": [],
        "mention_roles": [],
        "timestamp": of.sent_at.isoformat(),
        "edited_timestamp": of.edited_at.isoformat() if of.edited_at else None,
        "flags": of.flags,
    }


def _reference(forwarded: Message) -> Json:
    place = forwarded.channel
    found = {"type": FORWARD, "channel_id": str(place.id), "message_id": str(forwarded.id)}
    return found | ({"guild_id": str(place.guild.id)} if place.guild else {})
