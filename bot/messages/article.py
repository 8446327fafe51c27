"""Articles, what is claimed in them, and a claim where it stands, as people see them. Pure."""

from bot.messages import ui
from bot.messages.excerpt import marked, to_words
from bot.messages.harmless import harmless
from bot.messages.lists import list_line
from bot.messages.parts import layout, web_link
from bot.presses.articles import ShareArticle, ShareShelf, ShowArticle, TurnArticle, TurnShelf
from bot.presses.base import button
from bot.presses.claims import SharePassage, ShowClaim, ShowPassage
from claims.records.articles import Contents, Listed, Passage, Shelf
from claims.rules.ratings import UNRATED_COLOUR
from claims.wording import say, say_count

PAGE = 8
"""Claims or articles on a page: three of a message's 40 components each."""

LINK_LIMIT = 1500
"""Characters of a link to a claim's words; the paragraph beside it has 2,000 of the 4,000."""


def shelf_message(shelf: Shelf, *, start: int = 0, shared: bool = False) -> ui.LayoutView:
    """
    Return one page of articles, newest first, each with a button that opens it.

    `start` is the id from which the page goes down; 0 is the newest.
    """
    container = ui.Container(accent_colour=UNRATED_COLOUR)
    container.add_item(ui.TextDisplay(f"### {say('Articles')}"))
    if not shelf.articles:
        none = say("None here yet. A moderator adds one with /intake.")
        container.add_item(ui.TextDisplay(none))
    for article in shelf.articles:
        line = f"{name(article)}\n-# {_facts(article)}"
        container.add_item(ui.Section(line, button(ShowArticle(article.id), say("Open"))))
    row: list[ui.Button] = []
    if shelf.articles and not shared:
        row.append(button(ShareShelf(start)))
    if start:
        row.append(button(TurnShelf(0), say("← Newest")))
    if shelf.older is not None:
        row.append(button(TurnShelf(shelf.older), say("Older →")))
    return layout(container, row)


def contents_message(contents: Contents, *, shared: bool = False) -> ui.LayoutView:
    """
    Return one page of an article's claims in their order, each with its badge and a button.

    The buttons of a shared one open the article, or its next page, for the person who presses.
    """
    article = contents.article
    container = ui.Container(accent_colour=UNRATED_COLOUR)
    container.add_item(ui.TextDisplay(f"### {name(article)}\n-# {_facts(article)}"))
    if not contents.claims:
        none = say("No claim of it is tracked.")
        if article.claims:
            none = say("Its claims stand on the pages before this one.")
        container.add_item(ui.TextDisplay(none))
    for claim in contents.claims:
        container.add_item(ui.Section(list_line(claim), button(ShowClaim(claim.number))))
    start, past = contents.start, contents.start + len(contents.claims)
    row = [button(ShareArticle(article.id, start))]
    if shared:
        row = [button(ShowArticle(article.id))]
    if start > 0:
        before = max(0, start - PAGE)
        row.append(button(TurnArticle(article.id, before), say("← Earlier")))
    if past < article.claims:
        row.append(button(TurnArticle(article.id, past), say("Later →")))
    return layout(container, row)


def passage_message(passage: Passage, *, shared: bool = False) -> ui.LayoutView:
    """Return the paragraph in which a claim is made, its exact words in bold."""
    article = passage.article
    words = passage.content[0].of(passage.text)
    link = web_link(
        to_words(article.url, words, limit=LINK_LIMIT), _title(article), limit=LINK_LIMIT
    )
    container = ui.Container(accent_colour=UNRATED_COLOUR)
    heading = say("#{number} in context", number=passage.number)
    container.add_item(ui.TextDisplay(f"### {heading}"))
    container.add_item(ui.TextDisplay(f"> {marked(passage.text, passage.content, 2000)}"))
    place = say("In: {place}", place=f"{link} · {_facts(article)}")
    container.add_item(ui.TextDisplay(f"-# {place}{_found_by(passage.rule)}"))
    row = [button(ShowClaim(passage.number)), button(ShowArticle(article.id))]
    if passage.place + 1 < passage.places:
        label = say(
            "Next appearance ({place} of {places})",
            place=passage.place + 2,
            places=passage.places,
        )
        row.append(button(ShowPassage(passage.number, passage.place + 1), label))
    if not shared:
        row.append(button(SharePassage(passage.number, passage.place)))
    return layout(container, row)


def _found_by(name: str) -> str:
    """Return a line that says by what the splitter found a claim; none where it is not known."""
    from claims.splitting.attribution.rules import finds  # who asks for no passage needs no rules

    found = finds(name)
    return "\n-# " + say("Found by: {rule}", rule=say(found)) if found else ""


def name(article: Listed) -> str:
    """Return the article's title in bold, linked where it is on the web and the link is short."""
    return f"**{web_link(article.url, _title(article), limit=200)}**"


def _title(article: Listed) -> str:
    return harmless(article.title or say("An article without a title"), 150)


def _facts(article: Listed) -> str:
    day = article.published_on.isoformat() if article.published_on else ""
    count = say_count("{count} claim", "{count} claims", article.claims)
    return " · ".join(filter(None, (harmless(article.publisher, 60), day, count)))
