"""
Articles of our own writing about an invented country, with every attribution in them.

`articles.toml` has for each article its text and its claims as `source | kind | words`, where the
words stand in no other claim of that article. `narrated` lists what the publisher states itself.
"""
