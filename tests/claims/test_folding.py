"""Words are compared by the letters that people type."""

import sqlite3
import unicodedata

import pytest

from claims.folding import ROWS, Row, folded, plain

SAME = {
    "Łódź": "Lodz",
    "ŁÓDŹ": "łódź",
    "Søren": "Soren",
    "Đà Nẵng": "Da Nang",
    "Straße": "Strasse",
    "GROẞE": "Große",
    "Ærø": "Aero",
    "Cœur": "Coeur",
    "Þórður": "Thordur",
    "Đoković": "Dokovic",
    "Ħal Għaxaq": "Hal Ghaxaq",
    "Ŧuoŋŋa": "Tuonna",
    "Kalaallit Nunaannĸi": "kalaallit nunaannqi",
    "Diyarbakır": "Diyarbakir",
    "ISPARTA": "Isparta",
    "İstanbul": "istanbul",
    "Əliyev": "Eliyev",
    "paraŀlel": "parallel",
    "paral·lel": "parallel",
    "Ɗanƙasa": "Dankasa",
    "Ɛdzɔ": "Edzo",
    "ĳs": "ijs",
    "Ljubljana": "Ljubljana",
    "ﬁre": "fire",
    "oﬃce": "office",
    "Oʻzbekiston": "O'zbekiston",
    "обʼєкт": "об'єкт",
    "Королёв": "Королев",
    "Ελλάδα": "ΕΛΛΑΔΑ",
    "σοφός": "ΣΟΦΟΣ",
    "שָׁלוֹם": "שלום",
    "محمّد": "محمد",
    "مـحـمد": "محمد",
    "re\u00adpair": "repair",
    "o\u0338re": "ore",
    "cafe\u0301": "café",
    "Škoda": "skoda",
}


@pytest.mark.parametrize("word", SAME)
def test_words_are_the_same_with_the_letters_that_people_type(word: str) -> None:
    assert plain(word) == plain(SAME[word])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Müller", "Mueller"),  # such a rule would make "does" and "dos" the same
        ("Århus", "Aarhus"),
        ("Đoković", "Djokovic"),
        ("мой", "мои"),
        ("a·b", "ab"),
        ("10⁶", "106"),
        ("½", "12"),
        ("Łódź", "Łodzie"),
        ("true", "tru"),
    ],
)
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert folded(one).casefold() != folded(other).casefold()


@pytest.mark.parametrize(
    "text", ["", "Plain words, 12%", "Über Öfen — “é”", "東京", "Київ", "12·5"]
)
def test_what_full_text_search_folds_itself_is_left_as_it_is(text: str) -> None:
    assert folded(text) == text


def test_folding_twice_changes_nothing_more() -> None:
    letters = "".join(row.letters for row in ROWS)
    for text in (*SAME, letters, letters.upper(), letters.title()):
        assert folded(folded(text)) == folded(text)
        assert plain(plain(text)) == plain(text)


@pytest.fixture(scope="module")
def index() -> sqlite3.Connection:
    """A full-text index such as the ledger has."""
    db = sqlite3.connect(":memory:")
    db.execute('CREATE VIRTUAL TABLE word USING fts5 (w, tokenize="unicode61 remove_diacritics 2")')
    db.execute("CREATE VIRTUAL TABLE token USING fts5vocab (word, 'instance')")
    return db


def indexed(index: sqlite3.Connection, text: str) -> str:
    """What the index has of a text, with what parts its words."""
    index.execute("DELETE FROM word")
    index.execute("INSERT INTO word VALUES (?)", (text,))
    return " ".join(term for (term,) in index.execute("SELECT term FROM token ORDER BY offset"))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.letters)
def test_each_letter_of_the_table_is_needed_and_indexed_as_what_is_typed(
    index: sqlite3.Connection, row: Row
) -> None:
    capitals = [letter.upper() for letter in row.letters if len(letter.upper()) == 1]
    for letter in (*row.letters, *capitals):
        typed = indexed(index, f"a{row.typed}b")
        assert letter == "I" or indexed(index, f"a{letter}b") != typed
        assert indexed(index, f"a{folded(letter)}b") == typed


def test_no_accented_latin_letter_is_forgotten(index: sqlite3.Connection) -> None:
    """Each letter that Unicode takes apart into a Latin one and marks is indexed as that one."""
    for code in range(0xC0, 0x2000):
        apart = unicodedata.normalize("NFD", chr(code))
        if len(apart) > 1 and apart[0].isascii() and apart[0].isalpha():
            assert indexed(index, folded(f"a{chr(code)}b")) == f"a{apart[0].lower()}b", chr(code)
