"""What moderators decide about claims: gathered, decided, applied, each as one transaction."""
