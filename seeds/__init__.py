"""The articles that the project ships. A package, so that an installed program finds them."""
