"""An answer in plain text: for notifications, and where a card is not taken."""

from bot.answer_view import AnswerView, shortened
from bot.teams.quote_cut import cut

LONGEST_SUMMARY = 300
_QUOTE = 1_500
_LINES = 10


def summary(seen: AnswerView) -> str:
    """One line for a notification: the headline, after what is urgent."""
    return shortened(" ".join([*seen.urgent, seen.headline]), LONGEST_SUMMARY)


def plain(seen: AnswerView) -> str:
    """What is urgent, the headline, who does what, the quotes and their sources."""
    told = list(seen.carried)
    if seen.overview:
        told = [f"{e.text} ({e.clause_name} · {e.standing})" for e in seen.overview.lines]
    lines = [*seen.urgent, seen.headline, *told[:_LINES]]
    for source in seen.sources[:_LINES]:
        quote = cut(source, _QUOTE)
        lines += [
            "",
            f"”{quote.before}{quote.decisive}{quote.after}”",
            f"[{source.number}] {source.place} · {source.standing} · {source.dates}",
        ]
    return "\n".join([*lines, *seen.notes[:_LINES]])
