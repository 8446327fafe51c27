"""What commands, buttons and forms do: gather from the ledger, decide there, show the outcome."""
