"""How discord.py sends answers, but without reading what Discord replies to private ones."""

from typing import Any

from discord import InteractionResponseType, MessageFlags
from discord.http import MultipartParameters, Route
from discord.webhook.async_ import AsyncWebhookAdapter, async_context

_MESSAGE = InteractionResponseType.channel_message.value
_PRIVATE = MessageFlags(ephemeral=True).value


class LeanResponseAdapter(AsyncWebhookAdapter):
    """
    Tells Discord answers as discord.py does, but has only public messages sent back.

    Of those the bot remembers the id. Any other would come back whole and be made into objects
    that nobody looks at, which took a fifth of all that an answer takes. discord.py, whose
    version is bounded, has no public switch for it.
    """

    async def create_interaction_response(
        self, interaction_id: int, token: str, *, params: MultipartParameters, **connection: Any
    ) -> Any:
        """Called for the first answer to each interaction, with what `request` takes as well."""
        payload = params.payload
        if payload is None or _is_public(payload):  # None where files go with it
            return await super().create_interaction_response(
                interaction_id, token, params=params, **connection
            )
        route = Route(
            "POST",
            "/interactions/{webhook_id}/{webhook_token}/callback",
            webhook_id=interaction_id,
            webhook_token=token,
        )
        await self.request(route, payload=payload, **connection)
        return {"interaction": {"id": interaction_id}}


def _is_public(payload: dict[str, Any]) -> bool:
    return payload["type"] == _MESSAGE and not payload["data"].get("flags", 0) & _PRIVATE


def send_one_way() -> None:
    """Have answers told so in this task, and in all that it starts."""
    async_context.set(LeanResponseAdapter())  # type: ignore[no-untyped-call]
