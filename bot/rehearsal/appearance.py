"""
How the page looks: the product's name, the language that is spoken, and no tools for developers.

simcord 3.2.1 has no settings for any of these. What it serves is changed on its way out, by the
one place that reads its files; where a later version has another, its page is shown as it is.
"""

import json
from collections.abc import Callable, Iterator
from typing import Any

from aiohttp import web
from simcord.preview import Preview

from claims.wording import language, phrase, say

WORDS = (
    phrase("Messages"),
    phrase("Viewing as"),
    phrase("Refresh preview"),
    phrase("More"),
    phrase("End preview session"),
    phrase("View response"),
    phrase("Conversation"),
    phrase("Load earlier messages"),
    phrase("Newer messages"),
    phrase("New messages · jump to latest"),
    phrase("No messages in this channel."),
    phrase("Only you can see this"),
    phrase("Ephemeral"),
    phrase("Unknown author"),
    phrase("Thinking…"),
    phrase("Send"),
    phrase("Submit"),
    phrase("Cancel"),
    phrase("Close modal"),
    phrase("True"),
    phrase("False"),
    phrase("Reply"),
    phrase("Edit"),
    phrase("Delete"),
    phrase("Pin"),
    phrase("Select an option"),
    phrase("Search options"),
    phrase("No matching options"),
    phrase("No options match"),
    phrase("Loading options"),
    phrase("Loading commands"),
    phrase("Exit command mode"),
    phrase("Application commands"),
    phrase("This field is required."),
    phrase("Enter a valid value."),
    phrase("Choose an available option."),
    phrase("Value is outside the allowed range."),
    phrase("Value length is outside the allowed range."),
    phrase("Preview ready"),
    phrase("Loading preview…"),
    phrase("Updating preview…"),
    phrase("Preview refreshed"),
    phrase("Viewport updated"),
    phrase("Updating viewport…"),
    phrase("Completing action…"),
    phrase("Action completed"),
    phrase("Callback completed"),
    phrase("Action was not completed."),
    phrase("Action outcome uncertain. It will not be retried."),
    phrase("Switching viewer…"),
    phrase("Viewer switched"),
    phrase("Opening message…"),
    phrase("Message opened"),
    phrase("Sending message…"),
    phrase("Message sent"),
    phrase("Loading conversation…"),
    phrase("Conversation updated"),
    phrase("Updating options…"),
    phrase("Options updated"),
    phrase("Connection interrupted; trying again…"),
    phrase("Preview session ended."),
)
"""What stands on the page, in its files as a text of its own."""

FILLED = (
    (phrase("Message {it}"), {"it": "${channel.glyph}${channel.name}"}),
    (phrase("{it} used "), {"it": "${invoker}"}),
    (phrase("+{it} optional"), {"it": "${optional}"}),
    (
        phrase("{count} selected. Choose {least}–{most} options."),
        {"count": "${selected.length}", "least": "${minimum}", "most": "${maximum}"},
    ),
    (
        phrase(
            "This form will be submitted to {it}. Do not share passwords or other sensitive"
            " information."
        ),
        {"it": '${modal.application_name || "this application"}'},
    ),
)
"""What stands there with something filled in, and the page's code for that."""

STYLE = """
#capture-open, #inspector-toggle, .sidebar-search, .advanced-search { display: none; }
"""
"""No tools for developers of bots."""

FOLLOW = """
{
const shown = document.querySelector("#channel-timeline");
const listed = document.querySelector("#channel-message-list");
let newest = 0n;
new MutationObserver(() => {
  const last = BigInt(listed.lastElementChild?.dataset.messageId ?? 0);
  if (last <= newest) return;
  newest = last;
  requestAnimationFrame(() => { shown.scrollTop = shown.scrollHeight; });
}).observe(listed, { childList: true });
}
"""
"""
Whoever does something is shown what comes of it. simcord's page leaves it out of sight at times:
when the line for typing, higher while a command is in it, is let down as the answer comes.
"""


ADDED = {"/preview.css": STYLE, "/app.js": FOLLOW}
"""What is added to which of the page's files."""


def change(preview: Preview) -> Preview:
    """Give the page of a preview, not served yet, our name and the language spoken now."""
    server = getattr(preview, "_server", None)
    read: Callable[[web.Request], Any] | None = getattr(server, "_static", None)
    if read is None:
        return preview
    changes = dict((*_names(), *_words()))

    async def changed(request: web.Request) -> web.Response:
        answer: web.Response = await read(request)
        if answer.content_type in WORDED:
            for old, new in changes.items():
                answer.text = (answer.text or "").replace(old, new)
        if request.path in ADDED:
            answer.text = f"{answer.text}{ADDED[request.path]}"
        return answer

    server._static = changed  # type: ignore[union-attr]  # noqa: SLF001 - see the module
    return preview


WORDED = {"text/html", "application/javascript"}
"""The sorts of files that hold words."""


def _names() -> Iterator[tuple[str, str]]:
    """Yield where the page says its name and language, with what is served instead."""
    name = say("Claim tracker")
    yield '<html lang="en">', f'<html lang="{language()}">'
    yield "<title>SimCord Preview</title>", f"<title>{name}</title>"
    yield "<strong>SimCord</strong><small>Preview</small>", f"<strong>{name}</strong>"
    yield 'aria-label="SimCord preview"', f'aria-label="{name}"'
    yield 'aria-hidden="true">S</span>', f'aria-hidden="true">{name[0]}</span>'


def _words() -> Iterator[tuple[str, str]]:
    """Yield each text of the page with the one that is served instead."""
    for words in WORDS:
        yield json.dumps(words, ensure_ascii=False), json.dumps(say(words), ensure_ascii=False)
        for end in ("<", "\n"):
            yield f">{words}{end}", f">{say(words)}{end}"
    for words, code in FILLED:
        yield f"`{words.format(**code)}`", f"`{say(words, **code)}`"
