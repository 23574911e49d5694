"""The words Isnad knows, as typed data: `data/ar/*.toml`, loaded and checked here, interpreted by the readers."""
