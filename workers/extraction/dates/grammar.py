"""The grammar of date expressions over the token codes of `dates.lexing`.

Place in the flow: `dates` matches `GRAMMAR` on the codes; the name of the alternative that
matched is the name of the reader that resolves the tokens. Codes are the values of `DateWord`, gaps
are m (من), f (في), w (و) and the marks themselves.
"""

import re

_MON = r"(?:[Mu](?:[/(,-]{0,2}[Mu]\)?)?)"
_MON_SURE = r"(?:M(?:[/(,-]{0,2}[Mu]\)?)?|u[/(,-]{1,2}M\)?)"
_YEAR_TAIL = r"(?:[,mf(/-]{0,2}U?[yz]\)?|[,mf]?U[LCX]|[,mf]?[LCX]U|[,mf]?[LCX](?!P))?"
_DAYS = r"[do](?:[w,/-][do]){0,9}"
_DAY_MONTH = (
    rf"(?:{_DAYS}[m,/-]?U?m?{_MON}|Uom{_MON}|{_MON}\.?{_DAYS}){_YEAR_TAIL}"
    rf"|{_DAYS}m(?:U[LC]|CU|U(?![LCXym,/-]))"
)
_HEAD = r"(?:[PR][mf,]?C?){0,4}"

_PART_AFTER = r"(?:[,f]?p|P(?![mf]?[WTEJ]))?"
"""A part of the day behind its day ("السبت مساء", "Monday night"), not the next day's own."""

_RULES: tuple[tuple[str, str], ...] = (
    ("full", rf"{_HEAD}(?:[TE][,m(]?)?J?(?:[Wv][,(fm]{{0,3}})?J?[,f]?I"),
    (
        "night_span",
        (
            rf"(?:[PR][mf]?){{1,4}}J?W[-/w,]?[J]?W(?:[,(]?(?:{_DAY_MONTH}))?|"
            r"N[mf]?W[-/w]W|WP-W|N-W"
        ),
    ),
    ("weekday_date", rf"{_HEAD}(?:[TE][,m(]?)?J?[Wv][LC]?p?[,(fmP-]{{0,4}}(?:{_DAY_MONTH}|i)"),
    ("day_month", rf"{_HEAD}J?[,f]?(?:{_DAY_MONTH})"),
    ("anniversary", r"(?:B[dn]?[UJ]m)?(?:[on]?O[on]?)"),
    ("event_day", r"P?[mf]?V|[YZ]h?[dn]?[UJ]|[dn]?[UJ][el](?![CTU])|h?[dn]?[UJ]B"),
    ("weekday_of_week", rf"{_HEAD}J?Wm?(?:U[LC]|[LC]U)"),
    ("this_day", r"C?Tm(?:U?y|UL)"),
    ("season", r"s(?:m?U?y|[LC]|m?U[LC])|[LC]s"),
    ("feast", rf"{_HEAD}J?H(?:[,mf(/-]{{0,2}}U?y)?"),
    ("weekend", r"[LCX]?k|k[LCX]"),
    ("weekday", rf"{_HEAD}[LC]?(?:(?:J?[TEKF][,m(]?)?J?m?|Nf?)(?:W[LXC]?|[LCX]W){_PART_AFTER}"),
    ("day", rf"e?{_HEAD}J?[TKEFNGD]{_PART_AFTER}|e?CP|PC"),
    ("after", r"Bh?[dn]?[UJ]"),
    (
        "window",
        (
            r"[QS]?[LCX][dn][UJ]|[QSf]?[UJ][dn][LCX]|Qh?[dn]?[UJ][LC]?|"
            r"(?:[eRP][mf]?)?[UJ][LCX]|(?:[eRP][mf]?)?[LCX][UJ]"
        ),
    ),
    ("ago", r"Ah?[dn]?[UJ](?![LCXy])|h?[dn]?[UJ]a|Sh?[dn]?[UJ](?![LCXyTEFW])"),
    (
        "month",
        (
            rf"(?:R[mf-]?)?U?m?{_MON_SURE}{_YEAR_TAIL}|(?:R[mf]?|Um?|[LC])u{_YEAR_TAIL}|"
            r"u[,mf]?U?[yL]|[LCX]M"
        ),
    ),
    ("part_of", r"R[mf]?U(?:m[LC])?"),
    ("year", r"(?:[RA][mf]?)?(?:[UJ]?[yz])"),
    ("elapsed", r"[dn]?U$"),
)  # fmt: skip

GRAMMAR = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _RULES))
"""Leftmost match, and among the rules the first: what needs more words comes before."""
