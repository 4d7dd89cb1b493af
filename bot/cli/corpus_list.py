"""``ansvarslots corpus list``: which documents, or which clauses, there are."""

from pathlib import Path

import click

from bot.cli.options import corpus_option, index_option, json_option
from bot.cli.spoken import command
from bot.cli.texts import Say
from bot.safe_text import one_line


def list_command(say: Say) -> click.Command:
    @command("list", say, key="corpus.list")
    @corpus_option(say)
    @index_option(say)
    @click.option("--clauses", is_flag=True, help=say("help.option.clauses"))
    @json_option(say)
    def list_documents(
        corpus_folder: Path | None, index: Path | None, clauses: bool, as_json: bool
    ) -> None:
        from bot.answer_json import as_json as written
        from bot.cli.document_source import shelf

        kept = shelf(corpus_folder, index, say)
        references = list(dict.fromkeys(clause.reference for clause in kept.clauses))
        if clauses:
            click.echo(written(references) if as_json else "\n".join(map(one_line, references)))
            return
        counted = {
            document.id: sum(r.startswith(f"{document.id}#") for r in references)
            for document in kept.documents
        }
        if as_json:
            from bot.document_wire import described_wire

            facts = [
                {**described_wire(d), "file": d.file, "clauses": counted[d.id]}
                for d in kept.documents
            ]
            click.echo(written(facts))
            return
        from bot.cli.document_facts import document_table
        from bot.cli.screen import TABLE_WIDTH, screen

        screen(TABLE_WIDTH).print(document_table(kept.documents, counted, say))

    return list_documents
