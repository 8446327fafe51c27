"""
Which commands there are: what `claims --help` says, without loading any of them.

Some stand on much, and nobody who looks at a list waits for the splitter: a command's module is
loaded when it is wanted. `tests/claims/cli/test_commands.py` says what differs from the modules.
"""

from typing import NamedTuple


class Command(NamedTuple):
    """A command: its name, its module in `claims.cli`, and the first sentence of its help."""

    name: str
    module: str
    does: str


HEADINGS = {
    "Read articles": (
        Command("split", "splitting", "Split articles into sourced claims and print them."),
        Command("load", "loading", "Split articles and store their claims."),
    ),
    "Look things up": (
        Command("list", "lists", "List a ledger's claims."),
        Command("search", "lists", "Search a ledger's claims, best match first."),
        Command(
            "show",
            "lookup",
            "Show one claim: who said it, in which words, where, what was found, what may repeat it.",
        ),
        Command(
            "check-text",
            "lookup",
            "Show what the ledger knows about a text, best match first, with what differs from it.",
        ),
        Command(
            "articles",
            "lookup",
            "List the articles, newest first, with the ids that `list --article` takes.",
        ),
        Command("source", "lookup", "Who claims what, and what was found of it."),
        Command("history", "decisions", "Say all that happened to a claim, newest first."),
    ),
    "Check and rate": (
        Command(
            "rate",
            "decisions",
            "Rate a claim, confirm a rating that waits, or correct one, with a reason and evidence.",
        ),
        Command(
            "evidence", "decisions", "Add evidence to a claim; without a link, list what there is."
        ),
        Command("withdraw", "decisions", "Take one piece of evidence back; the history keeps it."),
        Command(
            "recheck",
            "decisions",
            "Set the date from which a claim has to be looked at again, or clear it.",
        ),
        Command(
            "take",
            "decisions",
            "Say that you are checking this claim; it frees itself after 48 hours.",
        ),
        Command("release", "decisions", "Give a claim that is being checked back to everybody."),
        Command(
            "dispute", "decisions", "Mark a rating as disputed; it stays shown, with a banner."
        ),
        Command(
            "reopen",
            "decisions",
            "Take a rating back, or a dropped claim up again: it is open anew.",
        ),
        Command(
            "drop", "decisions", "Stop following up a claim that is no claim, spam or out of scope."
        ),
        Command(
            "undo",
            "decisions",
            "Take the last decision back, with all that it changed, within 15 minutes.",
        ),
    ),
    "Keep claims tidy": (
        Command(
            "matches", "lookup", "List the claims that may say the same, as long as nobody decided."
        ),
        Command(
            "reject",
            "lookup",
            "Say that two claims of `matches` do not say the same; `merge` says that they do.",
        ),
        Command(
            "edit", "decisions", "Change a claim's words or source while no rating speaks of it."
        ),
        Command("tag", "decisions", "Put tags on a claim or take them off, and say which it has."),
        Command("merge", "decisions", "Let another claim that says the same absorb this one."),
        Command("unmerge", "decisions", "Make a merged claim one of its own again."),
    ),
    "What members ask for": (
        Command(
            "ask", "members", "Note that somebody wants a claim checked; each person counts once."
        ),
        Command(
            "follow",
            "members",
            "Note that somebody follows a claim; `list --followed-by` lists what they do.",
        ),
        Command(
            "report", "members", "Report that a rating is wrong; a moderator accepts or rejects it."
        ),
        Command("reports", "members", "List the reports that wait, oldest first."),
        Command(
            "answer",
            "members",
            "Accept a report, so that the rating is disputed, or reject it with a reason.",
        ),
    ),
    "Keep the ledger": (
        Command(
            "settings", "members", "Choose the rules for decisions; without an option, say them."
        ),
        Command("audit", "keeping", "Verify every server's history, and tell each one's head."),
        Command("backup", "keeping", "Copy the whole ledger as it is at this moment."),
        Command(
            "restore",
            "keeping",
            "Put a backup in the ledger's place, if it passes its check and nobody has the ledger open.",
        ),
        Command(
            "check", "keeping", "Check a ledger or a backup: the file, references, history, search."
        ),
        Command(
            "export",
            "keeping",
            "Write one server's ledger to a file: all of it as jsonl, its claims as csv.",
        ),
        Command(
            "import",
            "keeping",
            "Take an exported ledger (jsonl) into a server that has none; all of it, or nothing.",
        ),
        Command(
            "export-person",
            "keeping",
            "Print all that a server's ledger holds about a person, as lines of JSON.",
        ),
        Command(
            "erase-person",
            "keeping",
            "Put a pseudonym in the place of a person's id, everywhere in a server's ledger, for good.",
        ),
    ),
}
"""The commands as they are listed, by what one does with them."""

COMMANDS = {command.name: command for listed in HEADINGS.values() for command in listed}
