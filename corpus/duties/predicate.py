"""The finite verbs of a sentence's main clauses.

Every subordinator (``om``, ``som``, ``att`` …) opens a clause that takes one finite verb of
its own, so the first finite verb that no open clause claims is the main verb: ``Den kommun
som [har] beslutat att en patient [ska] vistas …, HAR betalningsansvaret``.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.duties.words import Grammar, Token

_OBLIGING = frozenset({"ska", "skall", "får", "bör", "ansvarar", "svarar"})
_CLAUSE_MARKS = frozenset({",", ";", ":", "–", "—"})
_BEFORE_OM = _CLAUSE_MARKS | {
    *{"och", "eller", "endast", "bara", "även", "utom", "men", "dock", "av", "från"}
}
_CASES = frozenset({"fall", "utsträckning", "mån", "omfattning"})
_ADJECTIVES = ("a", "ade", "ande", "ig", "ad")
_LONGEST_SUBJECT = 7
_SUPINE = re.compile(r"(?<!pl)(?<!ins)(?<!\bs)(?:ats|tts|dts|nts|its|lts|rts|gts|kts)$")
"""The supine of a passive (``godkänts``); ``plats``, ``insats`` and ``sats`` are none."""

_HAVING = frozenset({"har", "hade", "ha", "blivit"})


def main_verbs(tokens: Sequence[Token], grammar: Grammar, *, continued: bool) -> tuple[int, ...]:
    """Positions of the main verbs in ``tokens``, in order; more than one when clauses join.

    ``continued`` tells that the tokens go on from a leading sentence, so that a verb in the
    first place is no condition (``Är behovet akut ska …``).
    """
    claimed: list[int] = []
    verbs: list[int] = []
    waiting, in_subordinate = 0, False
    binding = _Binding()
    for at, token in enumerate(tokens):
        if token.mention is not None:
            continue
        if is_subordinator(tokens, at, grammar):
            waiting += 1
            binding.loosen()
        elif is_finite(tokens, at, grammar, bound=binding.holds(tokens, at, grammar)):
            binding.loosen()
            binding.bound = token.word in grammar.modals
            joined = in_subordinate and at > 0 and _joins_verbs(tokens, at, grammar, bool(verbs))
            if at == 0 and not continued and len(tokens) > 1:
                in_subordinate = True
            elif waiting or joined:
                waiting, in_subordinate = max(0, waiting - 1), True
                claimed.append(at)
            else:
                in_subordinate = False
                verbs.append(at)
        elif waiting and _is_bare_supine(tokens, at):
            waiting, in_subordinate = waiting - 1, True
            claimed.append(at)
        elif token.word == "att":
            binding.bound = True
        elif token.word in _CLAUSE_MARKS and not binding.used:
            binding.mark(tokens, at, grammar)
    if not verbs:
        return _fallback(tokens, claimed)
    after_front = _after_front(tokens, verbs[0], grammar)
    return _joined(tokens, [after_front, *(v for v in verbs if v > after_front)], grammar)


def _after_front(tokens: Sequence[Token], first: int, grammar: Grammar) -> int:
    """The main verb of a sentence that a condition opens, where one put into the condition has
    used up its verb: ``Om barnet, om det har fyllt 15 år, BEGÄR det, SKA nämnden …``.

    It is the first modal that stands between a comma and a party; ``first`` where there is none.
    """
    if first == 0 or not is_subordinator(tokens, 0, grammar):
        return first
    for at in range(first, len(tokens) - 1):
        if _inverted(tokens, at) and (at == first or _is_modal(tokens, at, grammar)):
            return at
    return first


def _inverted(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at ``at`` stands between a comma and a party that can act."""
    following = tokens[at + 1].mention if at + 1 < len(tokens) else None
    return tokens[at - 1].word == "," and following is not None and not following.genitive


@dataclass(slots=True)
class _Binding:
    """A modal (or ``att``) binds the passive that follows it: ``får lämnas`` is one verb.

    It binds one, and those joined to it (``lämnas och betalas``)."""

    bound: bool = False
    used: bool = False
    aside: bool = False

    def loosen(self) -> None:
        self.bound = self.used = self.aside = False

    def mark(self, tokens: Sequence[Token], at: int, grammar: Grammar) -> None:
        """A mark ends the clause, unless it sets off words put in after modal and subject
        (``får patienten, efter läkarens beslut, ges``)."""
        if self.aside:
            self.aside = False
        elif (
            self.bound and at > 1 and tokens[at - 1].mention and _is_modal(tokens, at - 2, grammar)
        ):
            self.aside = True
        else:
            self.loosen()

    def holds(self, tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
        """Whether the verb at ``at`` is bound."""
        word = tokens[at].word
        if not self.bound or not (grammar.is_passive(word) or word in grammar.deponents):
            return self.bound
        joined = tokens[at - 1].word in {*grammar.coordinators, ","}
        holds = not self.used or joined
        self.used = True
        return holds


def _is_bare_supine(tokens: Sequence[Token], at: int) -> bool:
    """``avtal som GODKÄNTS av nämnden``: in a subordinate clause ``har`` may be left out."""
    if not _SUPINE.search(tokens[at].word):
        return False
    return not {token.word for token in tokens[max(0, at - 4) : at]} & _HAVING


def _is_modal(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    return tokens[at].mention is None and tokens[at].word in grammar.modals


def _joins_verbs(tokens: Sequence[Token], at: int, grammar: Grammar, has_main: bool) -> bool:
    """Whether the verb goes on in the subordinate clause before it (``flyttar, byter eller``).

    Before the main verb a comma ends the clause; after it, it may only list verbs."""
    start = at - 1
    while start > 0 and _is_adverb(tokens[start], grammar):
        start -= 1
    before = tokens[start].word
    return before in grammar.coordinators or (has_main and tokens[at - 1].word == ",")


def _is_adverb(token: Token, grammar: Grammar) -> bool:
    """An adverb of the list, or one made of an adjective (``uppenbart``)."""
    return token.mention is None and (token.word in grammar.adverbs or token.word.endswith("art"))


def is_finite(tokens: Sequence[Token], at: int, grammar: Grammar, *, bound: bool) -> bool:
    """A verb in the present tense; ``bound`` after a modal, when the passive is infinitive."""
    word = tokens[at].word
    if grammar.is_present(word) and not (bound and grammar.is_passive(word)):
        return True
    if at and word.endswith("as") and grammar.is_passive(tokens[at - 1].word):
        # "bedöms behövas": the second verb hangs on the first.
        return False
    return not bound and (grammar.is_passive(word) or word in grammar.deponents)


def is_subordinator(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether the word opens a clause with a finite verb of its own."""
    word = tokens[at].word
    if word in _CASES:
        return _is_case(tokens, at, grammar)
    if word not in grammar.subordinators:
        return False
    before = tokens[at - 1].word if at else ""
    after = tokens[at + 1].word if at + 1 < len(tokens) else ""
    if word in grammar.also_adverbs and grammar.is_present(after):
        return False
    if word == "medan" and _opens_contrast(tokens, at, grammar):
        return False
    if word == "om":
        return not before or before in _BEFORE_OM
    if word == "som":
        return _is_relative(tokens, at)
    return word != "att" or not _opens_infinitive(tokens, at, grammar)


def _opens_contrast(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """``medan regionen ska …``: a statement of its own, not a condition."""
    ahead = tokens[at + 1 : at + 3]
    return len(ahead) > 1 and ahead[0].mention is not None and ahead[1].word in _OBLIGING


def leaves_open(tokens: Sequence[Token], grammar: Grammar) -> bool:
    """Whether a leading sentence breaks off in a subordinate clause, which its items end
    (``endast under förutsättning att vårdgivaren``, ``förutsätter att vården har``)."""
    verbs = main_verbs(tokens, grammar, continued=False)
    last = tokens[-1] if tokens[-1].word != ":" else tokens[-2 if len(tokens) > 1 else -1]
    told = [token.word for token in tokens if token.word != ":" and not _is_adverb(token, grammar)]
    if not verbs or told[-1:] == ["att"]:
        return False
    waiting = 0
    for at in range(verbs[0] + 1, len(tokens)):
        if tokens[at].mention is not None:
            continue
        if is_subordinator(tokens, at, grammar):
            waiting += 1
        elif grammar.is_present(tokens[at].word) or grammar.is_passive(tokens[at].word):
            if waiting and tokens[at] is last:
                return True
            waiting = max(0, waiting - 1)
    return waiting > 0


def _is_relative(tokens: Sequence[Token], at: int) -> bool:
    """Not the comparing ``så snart som möjligt``, ``såväl … som`` or ``som regel``."""
    after = tokens[at + 1].word if at + 1 < len(tokens) else ""
    near = [token.word for token in tokens[max(0, at - 5) : at]]
    if after in {"möjligt", "regel", "helst", "huvudman", "huvudregel", "stöd", "ett", "en"}:
        return False
    return "såväl" not in near and "lika" not in near[-2:]


def _is_case(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """``i de fall en planering ska genomföras``: the clause has no other opening word."""
    before = tokens[at - 1].word if at else ""
    after = tokens[at + 1].word if at + 1 < len(tokens) else ""
    return before in {"de", "det", "den"} and after not in grammar.subordinators


def _opens_infinitive(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    for token in tokens[at + 1 : at + 5]:
        if token.mention is not None:
            return False
        if grammar.is_infinitive(token.word) or grammar.is_passive(token.word):
            return True
        if token.word not in grammar.adverbs and not token.word.endswith(("t", "igen")):
            return False
    return False


def _joined(tokens: Sequence[Token], verbs: list[int], grammar: Grammar) -> tuple[int, ...]:
    """The first main verb and those of clauses joined to it by a coordinator or a mark."""
    kept = [verbs[0]]
    joints = grammar.coordinators | {",", ";", "–", "medan"}
    for verb in verbs[1:]:
        start = max(verb - _LONGEST_SUBJECT, kept[-1] + 1)
        between: list[Token] = []
        for at in range(verb - 1, start - 1, -1):
            if tokens[at].word in joints and not _joins_nouns(tokens, at, grammar):
                if _may_be_subject(between, grammar) or _inverts(tokens, between, verb, grammar):
                    kept.append(verb)
                break
            between.insert(0, tokens[at])
    return tuple(kept)


def _joins_nouns(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """``regionen och kommunen betalar``: a coordinator between two parties."""
    word = tokens[at].word
    if word not in grammar.coordinators or not 0 < at < len(tokens) - 1:
        return False
    return tokens[at - 1].mention is not None and tokens[at + 1].mention is not None


def _may_be_subject(tokens: list[Token], grammar: Grammar) -> bool:
    """Nothing, or a party with its determiners, stands between the joint and the verb."""
    if not tokens:
        return True
    plain = [token.word for token in tokens if token.mention is None]
    known = grammar.determiners | grammar.adverbs | grammar.coordinators
    if not all(word in known or word.endswith(_ADJECTIVES) for word in plain):
        return False
    named = [t.mention for t in tokens if t.mention is not None]
    return bool(named) and not named[-1].genitive


def _inverts(tokens: Sequence[Token], between: list[Token], verb: int, grammar: Grammar) -> bool:
    """``…, därefter ansvarar kommunen``: an adverb, the verb and then a party."""
    after = tokens[verb + 1] if verb + 1 < len(tokens) else None
    if after is None or after.mention is None or after.mention.genitive:
        return False
    return bool(between) and all(
        token.mention is None and token.word in grammar.adverbs for token in between
    )


def _fallback(tokens: Sequence[Token], claimed: list[int]) -> tuple[int, ...]:
    """When clauses were miscounted: the verb between a comma and a party, or else right after
    a comma, or else the last one."""
    after_comma = [at for at in claimed if at and tokens[at - 1].word == ","]
    inverted = [at for at in after_comma if _inverted(tokens, at)]
    return tuple((inverted or after_comma or claimed[-1:])[:1])
