"""What an archive answers: made by `answers.py` from the types of the crate, not by hand.

Days and times are in ISO 8601; spans and highlights count letters, as the indices of a string do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from ._row import Row


@dataclass(slots=True)
class AbbreviationValue(Row):
    """A definition of a short form."""

    short: str
    """The short form."""
    long: str
    """What it stands for."""

    @classmethod
    def _of(cls, told: dict[str, Any]) -> AbbreviationValue:
        return cls(
            told["short"],
            told["long"],
        )


@dataclass(slots=True)
class Alternative(Row):
    """What stands for words of the query: a short or long form, another form of an ordinal."""

    typed: str
    form: str

    @classmethod
    def _of(cls, told: dict[str, Any]) -> Alternative:
        return cls(
            told["typed"],
            told["form"],
        )


@dataclass(slots=True)
class Answer(Row):
    """An answer as other programs read it."""

    query: str
    """The query as it was typed."""
    reading: Reading
    notices: list[str]
    """The sentences."""
    notice_codes: list[dict[str, Any]]
    """The codes, each with what the sentence tells."""
    total: int
    total_relation: str
    took_ms: float
    hits: list[Hit]
    answers: list[Direct]
    """What the documents say that the query asks of one of them; the likeliest document first."""

    @classmethod
    def _of(cls, told: dict[str, Any]) -> Answer:
        return cls(
            told["query"],
            Reading._of(told["reading"]),
            told["notices"],
            told["notice_codes"],
            told["total"],
            told["total_relation"],
            told["took_ms"],
            [Hit._of(it) for it in told["hits"]],
            [Direct._of(it) for it in told.get("answers", [])],
        )

    def to_dicts(self) -> list[dict[str, Any]]:
        """Its hits as rows of a table."""
        return [each.to_dict() for each in self.hits]

    def __iter__(self) -> Iterator[Hit]:
        return iter(self.hits)

    def __len__(self) -> int:
        return len(self.hits)


@dataclass(slots=True)
class Candidate(Row):
    """A document that a number may mean."""

    canonical: str
    written: str
    """The number as the papers write it."""
    number: str
    year: int | None
    symbol: str | None
    type: str | None
    issuer: str | None
    province: str | None
    """The province of the issuer."""
    issued: str | None
    subject: str | None
    """What the document is about, as its head states it."""
    held: bool
    """Whether the index has the document itself, or one that tells of its issue."""
    standing: Standing
    """Whether it is in force, as far as the documents of the index tell."""
    validity: list[Force]
    """From when or until when it is in force."""
    relations: list[Told]
    """What it does to other documents, and they to it."""
    documents: list[Occurrence]
    """Where it is, or is issued."""
    citations: list[Occurrence]
    """Where it is cited."""
    total_citations: int

    @classmethod
    def _of(cls, told: dict[str, Any]) -> Candidate:
        return cls(
            told["canonical"],
            told["written"],
            told["number"],
            told["year"],
            told["symbol"],
            told["type"],
            told["issuer"],
            told["province"],
            told["issued"],
            told["subject"],
            told["held"],
            Standing._of(told["standing"]),
            [Force._of(it) for it in told["validity"]],
            [Told._of(it) for it in told["relations"]],
            [Occurrence._of(it) for it in told["documents"]],
            [Occurrence._of(it) for it in told["citations"]],
            told["total_citations"],
        )


@dataclass(slots=True)
class ClusterState(Row):
    """How a cluster holds an index."""

    health: str
    """`green`, `yellow` where copies of shards are not there, or `red` where shards are not there."""
    nodes: int
    """How many nodes the cluster has."""
    data_nodes: int
    """How many of them keep data."""
    shards: int
    """How many shards there should be, with their copies."""
    unassigned: int
    """How many of these are on no node."""
    missing: int
    """How many shards are on no node, nor is any copy of them."""
    reasons: list[str]
    """Why some are on no node, as OpenSearch calls it."""

    @classmethod
    def _of(cls, told: dict[str, Any]) -> ClusterState:
        return cls(
            told["health"],
            told["nodes"],
            told["data_nodes"],
            told["shards"],
            told["unassigned"],
            told["missing"],
            told["reasons"],
        )


@dataclass(slots=True)
class DateValue(Row):
    """A day or period as a closed interval."""

    from_: str | None
    to: str | None
    grain: str
    bound: str | None
    """What the words around make it the bound of."""
    converted: bool
    """Whether the days are the civil ones that those of the lunar calendar or of a reign fell on."""
    day: str | None
    """The day of any year, where no year is told."""
    inferred: bool
    """Whether year or end are not told there and taken from elsewhere."""
    lunar: bool
    valid: bool | None
    """False for a day that does not exist."""

    @classmethod
    def _of(cls, told: dict[str, Any]) -> DateValue:
        return cls(
            told["from"],
            told["to"],
            told["grain"],
            told.get("bound"),
            told.get("converted", False),
            told.get("day"),
            told.get("inferred", False),
            told.get("lunar", False),
            told.get("valid"),
        )


@dataclass(slots=True)
class Dated(Row):
    """A day or period as it is written."""

    from_: str | None
    to: str | None
    text: str
    bound: str | None
    """What the words around make it the bound of."""
    day: str | None
    """The day of any year, where no year is told."""
    inferred: bool
    """Whether year or end are not told there and taken from elsewhere."""
    valid: bool | None
    """False for a day that does not exist."""

    @classmethod
    def _of(cls, told: dict[str, Any]) -> Dated:
        return cls(
            told["from"],
            told["to"],
            told["text"],
            told.get("bound"),
            told.get("day"),
            told.get("inferred", False),
            told.get("valid"),
        )


@dataclass(slots=True)
class Direct(Row):
    """What the documents say that a query asks of one of them."""

    kind: str
    """What is asked first: `in_force`, `effective`, `expires`, or a relation: `replaces`, `replaced_by`,
    `based_on`."""
    asked: list[str]
    """All that is asked."""
    document: str
    """The document that is asked of: its number in its canonical form, or its title."""
    written: str
    """The same as the papers write it."""
    type: str | None
    """The abbreviation of its type."""
    province: str | None
    """The province of its issuer, where it is told."""
    state: str | None
    """Whether it is in force today, where that is asked."""
    since: str | None
    """Since when it is so."""
    numbers: list[str]
    """The numbers of the documents that answer, each once."""
    dates: list[str]
    """The days that answer, each once."""
    statements: list[Said]
    """What is said, each with the lines that say so."""
    until: str | None
    """The last day on which it is so, where a line tells the end."""

    @classmethod
    def _of(cls, told: dict[str, Any]) -> Direct:
        return cls(
            told["kind"],
            told["asked"],
            told["document"],
            told["written"],
            told["type"],
            told["province"],
            told["state"],
            told["since"],
            told["numbers"],
            told["dates"],
            [Said._of(it) for it in told["statements"]],
            told.get("until"),
        )


@dataclass(slots=True)
class Document(Row):
    """A document, or some lines of it."""

    doc: str
    """The document's id."""
    file: str
    """The file it comes from."""
    title: str
    """Its title, empty if it has none."""
    lines: list[Line]
    """Its lines."""
    also: list[str]
    """Other documents, or files, that hold the same."""

    @classmethod
    def _of(cls, told: dict[str, Any]) -> Document:
        return cls(
            told["doc"],
            told["file"],
            told["title"],
            [Line._of(it) for it in told["lines"]],
            told.get("also", []),
        )

    def to_dicts(self) -> list[dict[str, Any]]:
        """Its lines as rows of a table."""
        return [each.to_dict() for each in self.lines]

    def __iter__(self) -> Iterator[Line]:
        return iter(self.lines)

    def __len__(self) -> int:
        return len(self.lines)


@dataclass(slots=True)
class EventValue(Row):
    """What happened, when, who, where."""

    type: str
    from_: str | None
    to: str | None
    people: list[str]
    places: list[str]
    numbers: list[str]
    bound: str | None
    """What the words around make it the bound of."""
    day: str | None
    """The day of any year, where no year is told."""
    inferred: bool
    """Whether year or end are not told there and taken from elsewhere."""
    valid: bool | None
    """False for a day that does not exist."""

    @classmethod
    def _of(cls, told: dict[str, Any]) -> EventValue:
        return cls(
            told["type"],
            told["from"],
            told["to"],
            told["people"],
            told["places"],
            told["numbers"],
            told.get("bound"),
            told.get("day"),
            told.get("inferred", False),
            told.get("valid"),
        )


@dataclass(slots=True)
class Explain(Row):
    """What a score is made of."""

    words: float
    pairs: float
    near: float
    context: float
    document: float
    mentions: float
    answer: float
    coverage: float

    @classmethod
    def _of(cls, told: dict[str, Any]) -> Explain:
        return cls(
            told["words"],
            told["pairs"],
            told["near"],
            told["context"],
            told["document"],
            told["mentions"],
            told["answer"],
            told["coverage"],
        )


@dataclass(slots=True)
class FieldState(Row):
    """What a field takes on disk, in bytes."""

    field: str
    """The field; `stored` for the stored fields together."""
    terms: int
    """The dictionary of its terms."""
    postings: int
    """In which passages its terms stand, and how often."""
    positions: int
    """Where in them."""
    norms: int
    """How long each passage is."""
    values: int
    """Values by passage, or texts as they are stored."""
    total: int
    """All of these."""

    @classmethod
    def _of(cls, told: dict[str, Any]) -> FieldState:
        return cls(
            told["field"],
            told["terms"],
            told["postings"],
            told["positions"],
            told["norms"],
            told["values"],
            told["total"],
        )


@dataclass(slots=True)
class FileNote(Row):
    """A file and what is to be said of it."""

    file: str
    """Its path."""
    reason: str
    """What is to be said."""

    @classmethod
    def _of(cls, told: dict[str, Any]) -> FileNote:
        return cls(
            told["file"],
            told["reason"],
        )


@dataclass(slots=True)
class Force(Row):
    """From when or until when a document is in force."""

    what: str
    """`effective` or `expires`."""
    date: str | None
    last_day: bool
    """Of an end: whether the document is in force on that day, and no more behind it. Else it is the first
    day without."""
    rule: str | None
    """How the day is reckoned, where no line names it."""
    part: str | None
    doc: str
    title: str
    line: int
    text: str
    """The words."""
    unreckoned: bool
    """Whether the line tells a time that cannot be reckoned: then nothing is known of the day."""

    @classmethod
    def _of(cls, told: dict[str, Any]) -> Force:
        return cls(
            told["what"],
            told["date"],
            told["last_day"],
            told["rule"],
            told["part"],
            told["doc"],
            told["title"],
            told["line"],
            told["text"],
            told.get("unreckoned", False),
        )


@dataclass(slots=True)
class Hit(Row):
    """A passage that answers."""

    rank: int
    score: float
    doc: str
    title: str
    section: list[str]
    lines: tuple[int, int]
    line: int
    """Where the best highlight stands."""
    text: str
    highlights: list[tuple[int, int]]
    people: list[str]
    dates: list[Dated]
    numbers: list[str]
    also: list[str]
    explain: Explain | None
    file: str | None
    more_in_document: int | None
    page: int | None
    """The page of that line."""
    standing: Standing | None
    """That its document is in force no more."""

    @classmethod
    def _of(cls, told: dict[str, Any]) -> Hit:
        return cls(
            told["rank"],
            told["score"],
            told["doc"],
            told["title"],
            told["section"],
            tuple(told["lines"]),
            told["line"],
            told["text"],
            [tuple(it) for it in told["highlights"]],
            told["people"],
            [Dated._of(it) for it in told["dates"]],
            told["numbers"],
            told.get("also", []),
            None if (it := told.get("explain")) is None else Explain._of(it),
            told.get("file"),
            told.get("more_in_document"),
            told.get("page"),
            None if (it := told.get("standing")) is None else Standing._of(it),
        )


@dataclass(slots=True)
class Line(Row):
    """A line of a document."""

    line: int
    """Its number, from 1."""
    text: str
    """What it says."""
    marked: bool
    """Whether it is the one that was asked for."""
    page: int | None
    """The page on which it begins, from 1; nothing where pages are not known."""

    @classmethod
    def _of(cls, told: dict[str, Any]) -> Line:
        return cls(
            told["line"],
            told["text"],
            told["marked"],
            told.get("page"),
        )


@dataclass(slots=True)
class Listed(Row):
    """A person in one entry."""

    name: str
    spellings: list[str]
    passages: int
    offices: list[Office]
    similar: list[str]
    tenure: str | None
    """Whether the office was held in the time that is asked for: `then`, `perhaps` or `untold`."""

    @classmethod
    def _of(cls, told: dict[str, Any]) -> Listed:
        return cls(
            told["name"],
            told["spellings"],
            told["passages"],
            [Office._of(it) for it in told["offices"]],
            told.get("similar", []),
            told.get("tenure"),
        )


@dataclass(slots=True)
class Mention(Row):
    """A mention in a text."""

    kind: str
    """What it names: `number`, `date`, `person`, `event`, `abbreviation`, `relation`, `validity`."""
    span: tuple[int, int]
    """The letters of the text that it takes: where it begins, and behind its end."""
    line: int
    """The line that it begins in."""
    start: int
    """The column of its first letter."""
    end: int
    """The column behind its last letter, in the line that it ends in."""
    text: str
    """The mention as it stands there."""
    value: NumberValue | DateValue | PersonValue | EventValue | RelationValue | ValidityValue | AbbreviationValue
    """What it names, in one spelling."""
    end_line: int | None
    """The line that it ends in, where that is another."""

    @classmethod
    def _of(cls, told: dict[str, Any]) -> Mention:
        return cls(
            told["kind"],
            tuple(told["span"]),
            told["line"],
            told["start"],
            told["end"],
            told["text"],
            VALUES[told["kind"]](told["value"]),
            told.get("end_line"),
        )


@dataclass(slots=True)
class Moment(Row):
    """An event, or a time that is named."""

    type: str | None
    """The type of the event; none where only a time is named."""
    from_: str | None
    to: str | None
    doc: str
    line: int
    text: str
    people: list[str]
    places: list[str]
    numbers: list[str]
    bound: str | None
    """What the words around make it the bound of."""
    day: str | None
    """The day of any year, where no year is told."""
    inferred: bool
    """Whether year or end are not told there and taken from elsewhere."""
    valid: bool | None
    """False for a day that does not exist."""

    @classmethod
    def _of(cls, told: dict[str, Any]) -> Moment:
        return cls(
            told["type"],
            told["from"],
            told["to"],
            told["doc"],
            told["line"],
            told["text"],
            told["people"],
            told["places"],
            told["numbers"],
            told.get("bound"),
            told.get("day"),
            told.get("inferred", False),
            told.get("valid"),
        )


@dataclass(slots=True)
class NamedPeople(Row):
    """Those who may bear a name, or who bear it as family name where nobody goes by it alone."""

    name: str
    notices: list[str]
    """The sentences."""
    notice_codes: list[dict[str, Any]]
    """The codes, each with what the sentence tells."""
    people: list[Person]
    variants: list[Variant]
    """People of similar names."""
    family: list[Listed]
    """Those whose family name it is, where nobody goes by it alone."""

    @classmethod
    def _of(cls, told: dict[str, Any]) -> NamedPeople:
        return cls(
            told["name"],
            told["notices"],
            told["notice_codes"],
            [Person._of(it) for it in told["people"]],
            [Variant._of(it) for it in told["variants"]],
            [Listed._of(it) for it in told["family"]],
        )

    def to_dicts(self) -> list[dict[str, Any]]:
        """Its people as rows of a table."""
        return [each.to_dict() for each in self.people]

    def __iter__(self) -> Iterator[Person]:
        return iter(self.people)

    def __len__(self) -> int:
        return len(self.people)


@dataclass(slots=True)
class NumberValue(Row):
    """A document number in one spelling."""

    number: str
    year: int | None
    symbol: str | None
    type: str | None
    issuer: str | None
    canonical: str
    """The whole number; another spelling of it gives the same."""
    issued: str | None
    role: str

    @classmethod
    def _of(cls, told: dict[str, Any]) -> NumberValue:
        return cls(
            told["number"],
            told["year"],
            told["symbol"],
            told["type"],
            told["issuer"],
            told["canonical"],
            told["issued"],
            told["role"],
        )


@dataclass(slots=True)
class Numbered(Row):
    """The documents that a number may mean."""

    number: str
    """What was asked, in one spelling."""
    notices: list[str]
    """The sentences."""
    notice_codes: list[dict[str, Any]]
    """The codes, each with what the sentence tells."""
    candidates: list[Candidate]

    @classmethod
    def _of(cls, told: dict[str, Any]) -> Numbered:
        return cls(
            told["number"],
            told["notices"],
            told["notice_codes"],
            [Candidate._of(it) for it in told["candidates"]],
        )

    def to_dicts(self) -> list[dict[str, Any]]:
        """Its candidates as rows of a table."""
        return [each.to_dict() for each in self.candidates]

    def __iter__(self) -> Iterator[Candidate]:
        return iter(self.candidates)

    def __len__(self) -> int:
        return len(self.candidates)


@dataclass(slots=True)
class Occurrence(Row):
    """A line that names a number."""

    doc: str
    title: str
    line: int
    published: str | None
    """The day of the document that names it."""
    role: str
    text: str
    highlight: tuple[int, int]

    @classmethod
    def _of(cls, told: dict[str, Any]) -> Occurrence:
        return cls(
            told["doc"],
            told["title"],
            told["line"],
            told["published"],
            told["role"],
            told["text"],
            tuple(told["highlight"]),
        )


@dataclass(slots=True)
class Office(Row):
    """An office that somebody held."""

    role: str
    from_: str | None
    to: str | None
    passages: int
    bound: str | None
    """What the words around make it the bound of."""
    day: str | None
    """The day of any year, where no year is told."""
    inferred: bool
    """Whether year or end are not told there and taken from elsewhere."""
    valid: bool | None
    """False for a day that does not exist."""

    @classmethod
    def _of(cls, told: dict[str, Any]) -> Office:
        return cls(
            told["role"],
            told["from"],
            told["to"],
            told["passages"],
            told.get("bound"),
            told.get("day"),
            told.get("inferred", False),
            told.get("valid"),
        )


@dataclass(slots=True)
class Person(Row):
    """Somebody, with the passages that name them."""

    name: str
    spellings: list[str]
    passages: int
    offices: list[Office]
    mentions: list[Sighting]
    similar: list[str]
    tenure: str | None
    """Whether the office was held in the time that is asked for: `then`, `perhaps` or `untold`."""

    @classmethod
    def _of(cls, told: dict[str, Any]) -> Person:
        return cls(
            told["name"],
            told["spellings"],
            told["passages"],
            [Office._of(it) for it in told["offices"]],
            [Sighting._of(it) for it in told["mentions"]],
            told.get("similar", []),
            told.get("tenure"),
        )


@dataclass(slots=True)
class PersonValue(Row):
    """A person by the canonical name."""

    name: str
    role: str | None
    form: str
    """How the name is written: `full`, `short`, `unresolved`, `alias`."""
    rivals: list[str]
    """The full names that a short form may stand for, where more than one does."""

    @classmethod
    def _of(cls, told: dict[str, Any]) -> PersonValue:
        return cls(
            told["name"],
            told["role"],
            told["form"],
            told.get("rivals", []),
        )


@dataclass(slots=True)
class Place(Row):
    """The line that says something."""

    doc: str
    title: str
    line: int
    text: str
    """The words."""

    @classmethod
    def _of(cls, told: dict[str, Any]) -> Place:
        return cls(
            told["doc"],
            told["title"],
            told["line"],
            told["text"],
        )


@dataclass(slots=True)
class Reading(Row):
    """What was understood of a query."""

    people: list[str]
    dates: list[Dated]
    numbers: list[str]
    words: list[str]
    phrases: list[str]
    abbreviations: list[Alternative]
    sources: list[str]
    question: str | None
    filters: list[str]
    address: list[Step]
    inquiry: list[str]
    """What is asked of a document: `in_force`, `replaced_by`."""

    @classmethod
    def _of(cls, told: dict[str, Any]) -> Reading:
        return cls(
            told["people"],
            [Dated._of(it) for it in told["dates"]],
            told["numbers"],
            told["words"],
            told["phrases"],
            [Alternative._of(it) for it in told["abbreviations"]],
            told["sources"],
            told["question"],
            told["filters"],
            [Step._of(it) for it in told.get("address", [])],
            told.get("inquiry", []),
        )


@dataclass(slots=True)
class Register(Row):
    """All numbered documents of an index."""

    notices: list[str]
    """The sentences."""
    notice_codes: list[dict[str, Any]]
    """The codes, each with what the sentence tells."""
    numbers: list[RegisterEntry]
    total: int

    @classmethod
    def _of(cls, told: dict[str, Any]) -> Register:
        return cls(
            told["notices"],
            told["notice_codes"],
            [RegisterEntry._of(it) for it in told["numbers"]],
            told["total"],
        )

    def to_dicts(self) -> list[dict[str, Any]]:
        """Its numbers as rows of a table."""
        return [each.to_dict() for each in self.numbers]

    def __iter__(self) -> Iterator[RegisterEntry]:
        return iter(self.numbers)

    def __len__(self) -> int:
        return len(self.numbers)


@dataclass(slots=True)
class RegisterEntry(Row):
    """A numbered document."""

    canonical: str
    written: str
    """The number as the papers write it."""
    number: str
    year: int | None
    symbol: str | None
    type: str | None
    issuer: str | None
    province: str | None
    """The province of the issuer."""
    issued: str | None
    subject: str | None
    """What the document is about, as its head states it."""
    passages: int
    """In how many passages it stands."""
    held: bool
    """Whether the index has the document itself, or one that tells of its issue."""

    @classmethod
    def _of(cls, told: dict[str, Any]) -> RegisterEntry:
        return cls(
            told["canonical"],
            told["written"],
            told["number"],
            told["year"],
            told["symbol"],
            told["type"],
            told["issuer"],
            told["province"],
            told["issued"],
            told["subject"],
            told["passages"],
            told["held"],
        )


@dataclass(slots=True)
class RelationValue(Row):
    """What one document does to another."""

    relation: str
    """`based_on`, `replaces`, `repeals`, `amends`, `corrects`, `details`, `carries_out`, `issued_with`,
    `consolidates`, `answers`, `suspends`, `refers_to`."""
    of: str | TitledPaper
    """Who does it."""
    to: str | TitledPaper
    """To which document."""
    part: str | None
    """To which part of it; to all of it where there is none."""
    date: str | None
    """From which day on."""
    unreckoned: bool
    """Whether the text tells a time that cannot be reckoned: then nothing is known of when it holds."""
    until: str | None
    """The last day on which it holds, of what ends again: a suspension."""

    @classmethod
    def _of(cls, told: dict[str, Any]) -> RelationValue:
        return cls(
            told["relation"],
            it if isinstance(it := told["of"], str) else TitledPaper._of(it),
            it if isinstance(it := told["to"], str) else TitledPaper._of(it),
            told["part"],
            told["date"],
            told.get("unreckoned", False),
            told.get("until"),
        )


@dataclass(slots=True)
class Roll(Row):
    """The people of an index."""

    notices: list[str]
    """The sentences."""
    notice_codes: list[dict[str, Any]]
    """The codes, each with what the sentence tells."""
    people: list[Listed]
    total: int

    @classmethod
    def _of(cls, told: dict[str, Any]) -> Roll:
        return cls(
            told["notices"],
            told["notice_codes"],
            [Listed._of(it) for it in told["people"]],
            told["total"],
        )

    def to_dicts(self) -> list[dict[str, Any]]:
        """Its people as rows of a table."""
        return [each.to_dict() for each in self.people]

    def __iter__(self) -> Iterator[Listed]:
        return iter(self.people)

    def __len__(self) -> int:
        return len(self.people)


@dataclass(slots=True)
class Said(Row):
    """A statement about a document with the lines that make it."""

    relation: str
    """What it does (`amends`), what is done to it (`amended_by`), or `effective`, `expires`."""
    other: str | TitledPaper | None
    """The other document."""
    written: str | None
    """The same as the line writes it."""
    part: str | None
    """Which part."""
    date: str | None
    """From which day on, or until which."""
    last_day: bool
    """Of an end: whether the document is in force on that day, and no more behind it. Else it is the first
    day without."""
    rule: str | None
    """How the day is reckoned, where no line names it."""
    doc: str
    title: str
    line: int
    text: str
    """The words."""
    also: list[Place]
    """Other lines that say the same, the first few."""
    unreckoned: bool
    """Whether the line tells a time that cannot be reckoned: then nothing is known of the day."""
    until: str | None
    """The last day on which it holds, of what ends again: a suspension."""

    @classmethod
    def _of(cls, told: dict[str, Any]) -> Said:
        return cls(
            told["relation"],
            None if (it := told["other"]) is None else it if isinstance(it, str) else TitledPaper._of(it),
            told["written"],
            told["part"],
            told["date"],
            told["last_day"],
            told["rule"],
            told["doc"],
            told["title"],
            told["line"],
            told["text"],
            [Place._of(it) for it in told.get("also", [])],
            told.get("unreckoned", False),
            told.get("until"),
        )


@dataclass(slots=True)
class Sighting(Row):
    """A passage that names somebody."""

    doc: str
    line: int
    from_: str | None
    to: str | None
    role: str | None
    text: str
    highlight: tuple[int, int]
    bound: str | None
    """What the words around make it the bound of."""
    day: str | None
    """The day of any year, where no year is told."""
    inferred: bool
    """Whether year or end are not told there and taken from elsewhere."""
    valid: bool | None
    """False for a day that does not exist."""

    @classmethod
    def _of(cls, told: dict[str, Any]) -> Sighting:
        return cls(
            told["doc"],
            told["line"],
            told["from"],
            told["to"],
            told["role"],
            told["text"],
            tuple(told["highlight"]),
            told.get("bound"),
            told.get("day"),
            told.get("inferred", False),
            told.get("valid"),
        )


@dataclass(slots=True)
class Standing(Row):
    """Whether a document is in force, as far as the documents of an index tell."""

    state: str
    """`in_force`, `amended`, `replaced`, `repealed`, `expired`, `suspended`, `not_yet`, `not_told`."""
    since: str | None
    """Since when it is so."""
    by: list[str | TitledPaper]
    """The documents that made it so."""
    by_written: list[str]
    """The same documents as the lines write them, each once."""
    evidence: list[Place]
    """The lines that say so."""
    until: str | None
    """The last day on which it is so, where it ends again."""

    @classmethod
    def _of(cls, told: dict[str, Any]) -> Standing:
        return cls(
            told["state"],
            told["since"],
            [it if isinstance(it, str) else TitledPaper._of(it) for it in told["by"]],
            told["by_written"],
            [Place._of(it) for it in told["evidence"]],
            told.get("until"),
        )


@dataclass(slots=True)
class Status(Row):
    """The state of an index."""

    index: str
    """The folder of the index."""
    documents: int
    """How many documents it holds."""
    passages: int
    """How many passages it holds."""
    files: int
    """From how many files."""
    copies: int
    """How many more files hold the same as one of them."""
    roots: list[str]
    """The names of the files and folders that were given."""
    places: dict[str, str]
    """Where each of them lies."""
    missing: list[str]
    """Those of them that are not there, or empty."""
    kept: dict[str, int]
    """How many files the index keeps of each of those."""
    forgotten: list[str]
    """What was taken out of them on purpose and stays out."""
    bytes: int
    """Its size on disk."""
    age_seconds: int | None
    """How long ago it was written; nothing if the system does not tell."""
    without_text: list[str]
    """Files that gave no document: they are empty, or could not be read."""
    new: list[str]
    """Files that have come since."""
    changed: list[str]
    """Files that have changed since."""
    vanished: list[str]
    """Files that are no longer there."""
    other_formats: dict[str, int]
    """How many files have formats that are not read, by extension."""
    damaged: list[str] | None
    """Files of the index that are missing or whose checksum is wrong; nothing if they were not checked."""
    has_sums: bool | None
    """Whether there were checksums of all files to go by; nothing if they were not checked."""
    cluster: ClusterState | None
    """How a cluster holds it; nothing of an index in a folder."""
    fields: list[FieldState] | None
    """What each field takes on disk; nothing if that was not asked for."""

    @classmethod
    def _of(cls, told: dict[str, Any]) -> Status:
        return cls(
            told["index"],
            told["documents"],
            told["passages"],
            told["files"],
            told["copies"],
            told["roots"],
            told["places"],
            told["missing"],
            told["kept"],
            told["forgotten"],
            told["bytes"],
            told["age_seconds"],
            told["without_text"],
            told["new"],
            told["changed"],
            told["vanished"],
            told["other_formats"],
            told["damaged"],
            told["has_sums"],
            None if (it := told.get("cluster")) is None else ClusterState._of(it),
            None if (it := told.get("fields")) is None else [FieldState._of(it) for it in it],
        )


@dataclass(slots=True)
class Step(Row):
    """A step down to the place within a paper that a query names: `article`, `6`."""

    part: str
    number: str

    @classmethod
    def _of(cls, told: dict[str, Any]) -> Step:
        return cls(
            told["part"],
            told["number"],
        )


@dataclass(slots=True)
class Summary(Row):
    """What `index` has done."""

    index: str
    """The folder of the index."""
    documents: int
    """Documents in the index now."""
    passages: int
    """Passages in the index now."""
    read: int
    """Files read anew."""
    copies: int
    """New files that hold the same as another one."""
    unchanged: int
    """Files that had not changed."""
    removed: int
    """Files that are no longer there."""
    bytes: int
    """Bytes of the files read."""
    took_ms: float
    """How long it took."""
    left_out: list[FileNote]
    """Files left out, each with its reason."""
    other_formats: dict[str, int]
    """How many files have formats that are not read, by extension."""
    notices: list[FileNote]
    """What was odd in files that were read."""
    notice_codes: list[dict[str, Any]]
    """The code of each of these notices, with its data."""

    @classmethod
    def _of(cls, told: dict[str, Any]) -> Summary:
        return cls(
            told["index"],
            told["documents"],
            told["passages"],
            told["read"],
            told["copies"],
            told["unchanged"],
            told["removed"],
            told["bytes"],
            told["took_ms"],
            [FileNote._of(it) for it in told["left_out"]],
            told["other_formats"],
            [FileNote._of(it) for it in told["notices"]],
            told["notice_codes"],
        )


@dataclass(slots=True)
class Timeline(Row):
    """A timeline."""

    notices: list[str]
    """The sentences."""
    notice_codes: list[dict[str, Any]]
    """The codes, each with what the sentence tells."""
    total: int
    counts: dict[str, int]
    """How many begin in each step of time, but for open periods; whole years begin in no month."""
    moments: list[Moment]

    @classmethod
    def _of(cls, told: dict[str, Any]) -> Timeline:
        return cls(
            told["notices"],
            told["notice_codes"],
            told["total"],
            told["counts"],
            [Moment._of(it) for it in told["moments"]],
        )

    def to_dicts(self) -> list[dict[str, Any]]:
        """Its moments as rows of a table."""
        return [each.to_dict() for each in self.moments]

    def __iter__(self) -> Iterator[Moment]:
        return iter(self.moments)

    def __len__(self) -> int:
        return len(self.moments)


@dataclass(slots=True)
class TitledPaper(Row):
    """A document without a number."""

    type: str
    """The words of its type."""
    title: str
    """Its title."""
    date: str | None
    """Its day or year."""

    @classmethod
    def _of(cls, told: dict[str, Any]) -> TitledPaper:
        return cls(
            told["type"],
            told["title"],
            told["date"],
        )


@dataclass(slots=True)
class Token(Row):
    """A token of a text."""

    span: tuple[int, int]
    """The letters of the text that it takes: where it begins, and behind its end."""
    position: int
    """How many words stand before it."""
    whole: bool
    """Whether it is a whole symbol rather than a word."""
    text: str
    """As it is written."""
    exact: str
    """Its exact form."""
    folded: str
    """Its folded form."""

    @classmethod
    def _of(cls, told: dict[str, Any]) -> Token:
        return cls(
            tuple(told["span"]),
            told["position"],
            told["whole"],
            told["text"],
            told["exact"],
            told["folded"],
        )


@dataclass(slots=True)
class Told(Row):
    """A relation of a document to another."""

    relation: str
    """What it does (`amends`), or what is done to it (`amended_by`)."""
    other: str | TitledPaper
    """The other document."""
    written: str
    """The same as the line writes it; `this` goes by its title, or else its id."""
    part: str | None
    """To which part."""
    date: str | None
    """From which day on."""
    doc: str
    title: str
    line: int
    text: str
    """The words."""
    unreckoned: bool
    """Whether the line tells a time that cannot be reckoned: then nothing is known of when it holds."""
    until: str | None
    """The last day on which it holds, of what ends again: a suspension."""

    @classmethod
    def _of(cls, told: dict[str, Any]) -> Told:
        return cls(
            told["relation"],
            it if isinstance(it := told["other"], str) else TitledPaper._of(it),
            told["written"],
            told["part"],
            told["date"],
            told["doc"],
            told["title"],
            told["line"],
            told["text"],
            told.get("unreckoned", False),
            told.get("until"),
        )


@dataclass(slots=True)
class ValidityValue(Row):
    """From when or until when a document is in force."""

    what: str
    """`effective` or `expires`."""
    of: str | TitledPaper
    """Which document."""
    date: str | None
    """The day."""
    last_day: bool
    """Of an end: whether the document is in force on that day, and no more behind it. Else it is the first
    day without."""
    rule: str | None
    """How the day is reckoned, where the text does not name it."""
    part: str | None
    """Which part; all of it where there is none."""
    unreckoned: bool
    """Whether the text tells a time that cannot be reckoned: then nothing is known of the day."""

    @classmethod
    def _of(cls, told: dict[str, Any]) -> ValidityValue:
        return cls(
            told["what"],
            it if isinstance(it := told["of"], str) else TitledPaper._of(it),
            told["date"],
            told["last_day"],
            told["rule"],
            told["part"],
            told.get("unreckoned", False),
        )


@dataclass(slots=True)
class Variant(Row):
    """Somebody of a similar name."""

    name: str
    degree: float
    """How near the name is, from 0 to 1."""
    passages: int

    @classmethod
    def _of(cls, told: dict[str, Any]) -> Variant:
        return cls(
            told["name"],
            told["degree"],
            told["passages"],
        )


VALUES: dict[str, Callable[[dict[str, Any]], Any]] = {
    "abbreviation": AbbreviationValue._of,
    "date": DateValue._of,
    "event": EventValue._of,
    "number": NumberValue._of,
    "person": PersonValue._of,
    "relation": RelationValue._of,
    "validity": ValidityValue._of,
}

__all__ = [
    "AbbreviationValue",
    "Alternative",
    "Answer",
    "Candidate",
    "ClusterState",
    "DateValue",
    "Dated",
    "Direct",
    "Document",
    "EventValue",
    "Explain",
    "FieldState",
    "FileNote",
    "Force",
    "Hit",
    "Line",
    "Listed",
    "Mention",
    "Moment",
    "NamedPeople",
    "NumberValue",
    "Numbered",
    "Occurrence",
    "Office",
    "Person",
    "PersonValue",
    "Place",
    "Reading",
    "Register",
    "RegisterEntry",
    "RelationValue",
    "Roll",
    "Said",
    "Sighting",
    "Standing",
    "Status",
    "Step",
    "Summary",
    "Timeline",
    "TitledPaper",
    "Token",
    "Told",
    "ValidityValue",
    "Variant",
]
