"""Whole ledgers kept: checked, copied, handed over and erased."""
