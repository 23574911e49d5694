"""Its presence puts this folder on the path, so that tests of every part can use `handmade`."""
