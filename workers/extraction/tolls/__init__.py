"""How many: statements of killed and hurt people in a text (`finder`).

`figures` counts groups of people (`numbers`, `people`, `words`), `reading` says what befell them
(`forward`, `backward`, `periods`, `cues`), `zeros` finds "no casualties", `marks` whose words a
figure is.
"""
