"""What people are told about what is kept of them. Pure."""

from claims.wording import phrase

NOTICE = phrase(
    "**What this server's ledger keeps about people**\n"
    "- of moderators, their Discord id with each decision: a rating has to say whose it is;\n"
    "- of members, their id with the claims that they follow, asked to be checked or objected to,"
    " and with what they looked up and shared;\n"
    "- of whoever wrote a message that a moderator tracks as a claim, its words and the name shown"
    " above it.\n\n"
    "It reads no messages but those that somebody hands it by a message menu, keeps no list of"
    " members, and logs nothing that people write. Reasons, notes and objections that somebody"
    " typed stay.\n\n"
    "`/privacy export` gives you everything about yourself; `/privacy erase` forgets you. Where"
    " whoever runs this bot backs the ledger up, older backups know you until they are removed."
)
