"""Who is named in a text: armed groups, forces, states, speakers, and what was attacked.

`mentions` finds the actors (`words` that name, `phrases` that describe, `speech` that only speaks,
`context` around a name, `values` that they become); `targets` finds what an attack may hit.
"""
