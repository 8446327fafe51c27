"""What was read, who published it and whom it quotes."""
