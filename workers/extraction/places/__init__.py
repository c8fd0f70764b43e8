"""Where: the places that a text names, each resolved to a place on earth (`finder`).

`scan` finds names, `context` reads the words around them, `resolve` settles all names of a text
together (`seas`, `doubt`), `mentions` says what they are, `said` how the text speaks of them.
"""
