"""The built-in model's tokenizer, rebuilt from its pieces alone."""

from tokenizers import (
    AddedToken,
    Regex,
    Tokenizer,
    decoders,
    models,
    normalizers,
    pre_tokenizers,
    processors,
)

from retrieval.model.weights import Pieces

SPACE_LIKE = "[\n\r\t\u00a0]"


def build(pieces: Pieces) -> Tokenizer:
    """A Unigram tokenizer: NFKC, runs of spaces as one, metaspace always, ``<s> … </s>``."""
    vocabulary = list(zip(pieces.pieces, pieces.scores, strict=True))
    tokenizer = Tokenizer(models.Unigram(vocabulary, pieces.unknown, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.Replace(Regex(SPACE_LIKE), " "),
            normalizers.NFKC(),
            normalizers.Replace(Regex(" {2,}"), " "),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="always")
    tokenizer.decoder = decoders.Metaspace(prepend_scheme="always")
    special = [pieces.bos, pieces.pad, pieces.eos, pieces.unknown]
    names = [pieces.pieces[i] for i in special]
    tokenizer.add_special_tokens([AddedToken(name, normalized=False) for name in names])
    bos, _pad, eos, _unknown = names
    tokenizer.post_processor = processors.TemplateProcessing(
        single=[bos, "$A", eos],
        pair=[bos, "$A", eos, eos, "$B", eos],
        special_tokens=[(bos, pieces.bos), (eos, pieces.eos)],
    )
    return tokenizer
