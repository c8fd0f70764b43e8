"""What is told: from the words of an attack to drafts, one for each attack of the article.

`mentions` finds clauses that tell of an attack, `scenes` gives each its places and dates,
`tellings` are what clauses tell, `joining` and `telling_apart` decide which tell of one attack,
`drafts` are the attacks that come of it.
"""
