"""What the life of contracts and referrals is made of.

`unit.py` is one step of a life: what it reads, holds and writes, in one database transaction.
"""
