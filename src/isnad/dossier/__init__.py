"""What Isnad is told about a story: load, check and draft dossiers."""
