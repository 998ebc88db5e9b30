"""The report for a browser: one page that needs nothing else, the evidence folded."""

from functools import partial
from typing import TextIO

from jinja2 import Environment, PackageLoader, StrictUndefined

from conformance.checks.results import Run
from conformance.says import Language, said, says

from . import OUTCOMES, by_subject, demanded, reason, requirement, summary, worded


def write(run: Run, language: Language, out: TextIO) -> None:
    """Write the page. Its filters are some lines of script; without script all is shown."""
    environment = Environment(
        loader=PackageLoader("conformance.checks.reports", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    page = environment.get_template("report.html").stream(
        language="zh-CN" if language == "zh" else "en",
        run=run,
        subjects=list(by_subject(run)),
        outcomes=[outcome for outcome in OUTCOMES if run.counts()[outcome]],
        summary=summary(run, language),
        word=lambda key, **args: said(says(key, **args), language),
        worded=partial(worded, language=language),
        reason=partial(reason, language=language),
        requirement=requirement,
        demanded=demanded,
    )
    out.writelines(page)
