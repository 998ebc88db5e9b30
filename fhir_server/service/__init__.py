"""What the life of contracts and referrals is made of.

`unit.py` is one step of a life: what it reads, holds and writes, in one database transaction.
`contracts.py` reads our Contract, with the `elements.py` of all our profiles; `policies.py` tells
what the policy in force says for a team.
"""
