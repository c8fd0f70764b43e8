"""The fields of an event, each from what its draft and the article say.

One module a field: `dating` (day), `placing` and `locating` (place), `plausible` (places that
cannot be), `kinds` (type), `outcomes`, `arguments` and `parties` (attacker and target), `claims`,
`counting`, `toll_sharing` and `toll_settling` (killed, wounded), `credits` (who reports).
"""
