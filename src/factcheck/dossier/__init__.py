"""The dossier on disk."""
