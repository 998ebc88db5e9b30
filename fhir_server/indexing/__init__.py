"""Search parameters that come and go while the server runs, and entries made anew.

    definitions.py  stored SearchParameters become the next epoch's definitions
    worker.py       this process: which epoch it works with, and whom it tells
    backfill.py     the job of one process: documents of an older epoch get their entries
    command.py      `fhir-server reindex`

A parameter's way: its SearchParameter is stored; whoever stored it raises the epoch; every worker
takes the epoch over and says so when its older writes are done; from then on no document is written
with older entries, and the process that leads gives all others theirs; when none of a type is left,
the parameter is open. Until then a search by it is refused, never answered in part.

What is left to do is told by the documents alone (`xe`), so that the job goes on wherever it was
stopped. Should a write of a given-up worker arrive late, the change stream brings it to the job.
"""
