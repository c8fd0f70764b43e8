"""When: the date expressions of a text, resolved against its publication (`finder`).

`lexing` turns words into codes, `grammar` finds expressions in them, `readers` names a reader for
each (`absolute`, `relative`, `feasts`), `page` knows dates that belong to the page.
"""
