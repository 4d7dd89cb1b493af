"""``ansvarslots eval propose``: from what people asked to new questions in a set."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.cli.choices import Day, Line, OneOf
from bot.cli.misuse import misuse
from bot.cli.options import FILE, index_option, on_option
from bot.cli.spoken import command
from bot.cli.texts import Say
from bot.safe_text import one_line
from corpus.party import Principal

if TYPE_CHECKING:
    from eval.proposal import Proposal

_PARTS = ("train", "dev")


def propose_command(say: Say) -> click.Command:
    @command("propose", say, key="eval.propose")
    @click.argument("feedback", type=FILE)
    @index_option(say)
    @on_option(say)
    @click.option("--from-store", is_flag=True, help=say("help.option.from_store"))
    @click.option("--since", type=Day(), metavar="DATE", help=say("help.option.since"))
    @click.option("--out", type=FILE, metavar="FILE", help=say("help.option.proposals"))
    @click.option("--accept", "id", type=Line(), metavar="ID", help=say("help.option.accept"))
    @click.option("--gold", multiple=True, type=Line(), help=say("help.option.gold"))
    @click.option("--unanswerable", is_flag=True, help=say("help.option.unanswerable"))
    @click.option(
        "--principals",
        multiple=True,
        type=OneOf(Principal),
        help=say("help.option.principals"),
    )
    @click.option("--part", type=OneOf(_PARTS), help=say("help.option.into_part"))
    @click.option("--questions", type=FILE, metavar="FILE", help=say("help.option.into"))
    def propose_questions(
        feedback: Path,
        index: Path | None,
        on: date | None,
        from_store: bool,
        since: date | None,
        out: Path | None,
        id: str | None,
        gold: tuple[str, ...],
        unanswerable: bool,
        principals: tuple[str, ...],
        part: str | None,
        questions: Path | None,
    ) -> None:
        proposals = out or feedback.with_suffix(".proposals.jsonl")
        if (id and from_store) or (since and not from_store):
            raise misuse("from_store_alone")
        if from_store:
            _fetch(feedback, since, say)
        if id is None:
            _propose(feedback, proposals, index, on, say)
            return
        if part is None or questions is None:
            raise misuse("accept_where")
        if gold and unanswerable:
            raise misuse("gold_or_none")
        chosen = gold if gold or unanswerable else None
        _accept(proposals, id, part, chosen, principals, questions, index, say)

    return propose_questions


def _fetch(feedback: Path, since: date | None, say: Say) -> None:
    from bot.cli.environment import read_bot_settings
    from bot.cli.stored_feedback import fetch_feedback

    fetch_feedback(read_bot_settings(), feedback, since)
    click.echo(say("eval.written", file=feedback), err=True)


def _propose(
    feedback: Path, proposals: Path, index: Path | None, on: date | None, say: Say
) -> None:
    from bot.cli.environment import read_settings
    from bot.cli.progress_bar import progress_bar
    from bot.cli.service import asked_service
    from eval.feedback import read_feedback
    from eval.proposal import propose
    from eval.proposal_file import write_proposals
    from retrieval.encoder import load_encoder

    given = read_feedback(feedback)
    settings = read_settings()
    service = asked_service(index, settings, say)
    encoder = load_encoder(settings)
    with progress_bar(say) as progress:
        made = propose(given, service, encoder, on=on or date.today(), progress=progress)
    write_proposals(proposals, made)
    for proposal in made:
        _show(proposal, say)
    click.echo(say("eval.proposed", count=len(made), asked=len(given)))
    click.echo(say("eval.written", file=proposals), err=True)


def _show(proposal: Proposal, say: Say) -> None:
    judged = ", ".join(f"{name} {count}" for name, count in proposal.feedback.items())
    asked = say("eval.asked_times", count=proposal.asked)
    click.echo(f"{proposal.id}  {asked}{f' · {one_line(judged)}' if judged else ''}")
    click.echo(f"  {one_line(proposal.question)}")
    for other in proposal.alike:
        click.echo(f"  ≈ {one_line(other)}")
    for reason in proposal.reasons:
        click.echo(f"  “{one_line(reason)}”")
    answer = f"{proposal.status} · {proposal.headline}"
    click.echo(f"  → {one_line(answer)}")
    gold = ", ".join(proposal.gold) or say("eval.no_gold")
    click.echo(f"  {say('eval.proposed_gold', gold=one_line(gold))}")
    others = [one for one in proposal.candidates if one not in proposal.gold]
    if others:
        click.echo(f"  {say('eval.other_gold', clauses=one_line(', '.join(others)))}")
    click.echo("")


def _accept(
    proposals: Path,
    id: str,
    part: str,
    gold: tuple[str, ...] | None,
    principals: tuple[str, ...],
    questions: Path,
    index: Path | None,
    say: Say,
) -> None:
    from bot.cli.environment import read_settings
    from bot.cli.service import asked_service
    from eval.proposal_file import Verdict, accept

    service = asked_service(index, read_settings(), say)
    verdict = Verdict(part=part, gold=gold, principals=tuple(map(Principal, principals)) or None)
    references = {clause.reference for clause in service.clauses}
    accept(proposals, id, verdict, questions, references)
    click.echo(say("eval.accepted", id=id, part=part, file=questions))
