"""What the rehearsal's page is called, in each language; simcord's own files are read for it."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from simcord.preview import _server

from bot.rehearsal import appearance
from claims.wording import LANGUAGES, say, speaking

STATIC = Path(_server.__file__).with_name("static")
SORTS = {".html": "text/html", ".js": "application/javascript", ".css": "text/css"}


class Served:
    """A file of simcord's on its way to the browser."""

    def __init__(self, path: Path) -> None:
        self.content_type = SORTS[path.suffix]
        self.text = path.read_text(encoding="utf-8")


async def served(name: str, spoken: str) -> str:
    """Return what the browser gets for one of simcord's files."""

    async def read(request: Any) -> Served:
        return Served(STATIC / request.path[1:])

    preview: Any = SimpleNamespace(_server=SimpleNamespace(_static=read))
    with speaking(spoken):
        appearance.change(preview)
    return str((await preview._server._static(SimpleNamespace(path=f"/{name}"))).text)


def files() -> str:
    """All of simcord's files in which there are words."""
    paths = [*STATIC.glob("*.js"), *STATIC.glob("*.html")]
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


@pytest.mark.parametrize("words", appearance.WORDS)
def test_simcord_still_has_each_text_that_is_translated(words: str) -> None:
    forms = f'"{words}"', f">{words}<", f">{words}\n"
    assert any(form in files() for form in forms)


@pytest.mark.parametrize(("words", "code"), appearance.FILLED)
def test_simcord_still_has_each_text_that_is_filled_in(words: str, code: dict[str, str]) -> None:
    assert f"`{words.format(**code)}`" in files()


@pytest.mark.parametrize("spoken", LANGUAGES)
async def test_the_page_has_the_products_name_and_the_language(spoken: str) -> None:
    page = await served("index.html", spoken)
    with speaking(spoken):
        assert f"<title>{say('Claim tracker')}</title>" in page
        assert f"<strong>{say('Claim tracker')}</strong>" in page
        assert f">{say('Viewing as')}\n" in page
    assert f'lang="{spoken}"' in page
    assert "SimCord" not in page


async def test_scripts_speak_the_language_and_stay_scripts() -> None:
    script = await served("composer.js", "de")
    assert '"Senden"' in script
    assert "`Nachricht an ${channel.glyph}${channel.name}`" in script
    assert await served("composer.js", "en") == (STATIC / "composer.js").read_text("utf-8")


async def test_what_simcord_has_for_developers_is_not_shown() -> None:
    style = await served("preview.css", "en")
    page = (STATIC / "index.html").read_text(encoding="utf-8")
    for name in ("capture-open", "inspector-toggle"):
        assert f"#{name}" in style
        assert f'id="{name}"' in page


async def test_the_newest_message_is_followed() -> None:
    script = await served("app.js", "en")
    assert script.endswith(appearance.FOLLOW)


def test_a_simcord_that_reads_its_files_elsewhere_shows_its_own_page() -> None:
    preview: Any = SimpleNamespace(_server=SimpleNamespace())
    assert appearance.change(preview) is preview
    assert not hasattr(preview._server, "_static")


def test_simcord_still_reads_its_files_in_the_one_place() -> None:
    """If this fails, the page is called SimCord Preview: look where simcord reads its files now."""
    assert callable(_server.PreviewServer._static)
