"""What a text mentions, and its tokens."""

from __future__ import annotations

import unicodedata

import pytest

import tracuu

TEXT = "👍 Ông Đỗ Văn Thắng\nký Kế hoạch số 142/KH-LĐLĐ ngày 23/4/2021 của Liên đoàn Lao động (LĐLĐ)."


@pytest.mark.parametrize("text", [TEXT, unicodedata.normalize("NFD", TEXT)])
def test_spans_are_indices(text: str) -> None:
    mentions = tracuu.extract(text)
    assert {mention.kind for mention in mentions} >= {"person", "number", "date", "abbreviation"}
    lines = text.split("\n")
    for mention in mentions:
        assert text[slice(*mention.span)] == mention.text
        assert lines[mention.line - 1][mention.start :].startswith(mention.text.split("\n")[0])
    for token in tracuu.analyze(text):
        assert text[slice(*token.span)] == token.text


def test_values_have_their_types() -> None:
    values = {mention.kind: mention.value for mention in tracuu.extract(TEXT)}
    person, number, day, short = (values[kind] for kind in ("person", "number", "date", "abbreviation"))
    assert isinstance(person, tracuu.PersonValue) and person.name == "Đỗ Văn Thắng"
    assert isinstance(number, tracuu.NumberValue) and number.canonical == "142/KH-LĐLĐ"
    assert isinstance(day, tracuu.DateValue) and day.from_ == "2021-04-23"
    assert isinstance(short, tracuu.AbbreviationValue) and short.short == "LĐLĐ"
    assert tracuu.extract(TEXT).to_dicts()[0]["kind"]


def test_tokens_are_folded() -> None:
    assert [(token.exact, token.folded) for token in tracuu.analyze("Đỗ Văn")] == [("đỗ", "do"), ("văn", "van")]
    assert tracuu.analyze("") == [] and tracuu.extract("") == []


def test_what_is_no_text_is_refused() -> None:
    for ask in (tracuu.extract, tracuu.analyze):
        with pytest.raises(tracuu.InvalidValueError):
            ask("\ud800")
