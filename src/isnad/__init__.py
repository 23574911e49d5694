"""Isnad reads Arabic news into a record of who said what, when, and on whose word.

    import isnad

    reading = isnad.read_text("قال الوزير إن ...", published="2021-12-10")
    isnad.build(["articles/"], "story.isnad")
    record = isnad.open("story.isnad")

Importing the package runs nothing: each name is loaded when it is first used.
"""
