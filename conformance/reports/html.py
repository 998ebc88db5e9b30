"""The report for a browser: one page that needs nothing else and can be sent to somebody."""

from functools import partial
from typing import TextIO

from jinja2 import Environment, PackageLoader, StrictUndefined

from conformance.run.results import Run
from conformance.says import Language, said, says

from . import hint, message, summary


def write(run: Run, language: Language, out: TextIO) -> None:
    """Write the page. Its filters are some lines of script; without script all is shown."""
    environment = Environment(
        loader=PackageLoader("conformance.reports", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    page = environment.get_template("report.html").stream(
        language="zh-CN" if language == "zh" else "en",
        files=(pair for pair in run.by_file() if pair[0] in run.faults),
        unread=[(file, said(why, language)) for file, why in run.failures],
        severities=[s for s in ("fatal", "error", "warning", "information") if run.counts()[s]],
        counts=run.counts(),
        summary=summary(run, language),
        word=lambda key: said(says(key), language),
        follows=lambda group: said(says("report-follows", group=group), language),
        message=partial(message, language=language),
        hint=partial(hint, language=language),
    )
    out.writelines(page)
