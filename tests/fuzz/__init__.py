"""Texts that nobody would write, of the words that the splitter knows: is it linear?"""
