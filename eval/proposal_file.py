"""The file of proposals, and their way into a question set."""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from corpus.party import Principal
from eval.errors import CrossingTwin, UnknownGold, UnknownProposal
from eval.jsonl import read_rows
from eval.proposal import ABOUT, Proposal
from eval.question_set import Question, QuestionSet, read_question_set
from eval.result_file import write_text
from eval.twins import twins_across_parts


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a maintainer decided. None keeps what was proposed; empty ``gold``: unanswerable."""

    part: str
    gold: tuple[str, ...] | None = None
    principals: tuple[Principal, ...] | None = None


def write_proposals(path: Path, proposals: Iterable[Proposal]) -> None:
    """Write the file, one proposal a line. Raises CannotWrite."""
    lines = (one.model_dump_json(exclude_none=True) for one in proposals)
    write_text(path, "".join(f"{line}\n" for line in lines))


def read_proposals(path: Path) -> tuple[Proposal, ...]:
    """Read the file. Raises MissingQuestions, and BadQuestion, naming the line."""
    return read_rows(path, Proposal)


def accept(
    proposals_file: Path, id: str, verdict: Verdict, target: Path, references: Collection[str]
) -> Question:
    """Append the proposal ``id`` to the question set ``target`` and take it out of its file.

    ``references`` are the clauses of the index. Nothing is written when the gold is not among
    them, or when the question has a twin in another part of the sets beside ``target``.
    Raises UnknownProposal, UnknownGold, CrossingTwin and CannotWrite.
    """
    proposals = read_proposals(proposals_file)
    chosen = next((one for one in proposals if one.id == id), None)
    if chosen is None:
        raise UnknownProposal(file=str(proposals_file), id=id)
    question = decided(chosen, verdict)
    for reference in question.gold:
        if reference not in references:
            raise UnknownGold(reference=reference)
    _check_twins(question, target)
    before = target.read_text(encoding="utf-8") if target.exists() else ""
    line = json.dumps(question.model_dump(mode="json", exclude_none=True), ensure_ascii=False)
    whole = before if before.endswith("\n") or not before else f"{before}\n"
    write_text(target, f"{whole}{line}\n")
    write_proposals(proposals_file, (one for one in proposals if one.id != id))
    return question


def decided(proposal: Proposal, verdict: Verdict) -> Question:
    """The proposal as a question of a set, corrected as the maintainer said."""
    fields = proposal.model_dump(exclude=set(ABOUT))
    if verdict.gold is not None:
        fields |= {"gold": verdict.gold, "answerable": bool(verdict.gold)}
    if verdict.principals is not None:
        fields["principals"] = verdict.principals
    if not fields["answerable"]:
        fields |= {"gold": (), "principals": ()}
    return Question.model_validate({**fields, "part": verdict.part})


def _check_twins(question: Question, target: Path) -> None:
    beside = sorted(target.parent.glob("*.jsonl"))
    sets = [*map(read_question_set, beside), _alone(question)]
    mine = [pair for pair in twins_across_parts(sets) if pair[1].question is question]
    if mine:
        twin = mine[0][0].question
        raise CrossingTwin(id=question.id, twin=twin.id, part=twin.part or "–")


def _alone(question: Question) -> QuestionSet:
    return QuestionSet(name="", file="", sha256="", questions=(question,))
