"""Arabic text with a way back: folding, words, sentences, quotations, phrases, all with offsets of the article."""
