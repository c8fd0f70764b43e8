"""`make soak`: an hour of news through two workers on a real Kafka, with all that goes wrong.

`feed` is what is published, `troubles` what happens to workers and broker and when, `tail` and
`watch` what is seen meanwhile, `twin` the same messages undisturbed, `verdict` the count at the
end. A seed gives the same feed and the same troubles.
"""
