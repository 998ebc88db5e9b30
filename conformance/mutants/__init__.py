"""Mutation testing of profiles: one fault for each rule of a profile, and whether it is found.

`python -m conformance.mutants --examples DIR` is a tool of those who write profiles, and a test of
the validator. The way of a profile: `specimens` chooses valid examples of a `corpus`, `growth` adds
what they lack, `operators` break one rule after the other (`places` knows where its values stand,
`samples` makes values), `campaign` asks the validator, `report` says what it did not find.
"""
