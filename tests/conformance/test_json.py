"""Strict JSON: what is kept, what is refused and where the fault is. RFC 8259; R4 json.html 2.6."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conformance.json import JsonError, decode, encode, exact

KEPT = [
    "1.00",
    "-0.0",
    "0.1",
    "1E+3",
    "123456789012345678901234567890.123456789012345678901234567890",
    "123456789012345678901234567890",
    '"\\"\\\\/"',
    '"家庭医生 😀"',
    "{}",
    '{"a":[1,"x",null,true,{"b":[]}]}',
]

REFUSED = [
    ("", "The body is empty", 1, 1),
    (" \n ", "The body is empty", 1, 1),
    ('{"a":1,\n  "a":2}', "The property 'a' appears twice", 2, 3),
    ('{"b":{"x":{},"x":0},"c":1}', "The property 'x' appears twice", 1, 14),
    (r'{"a":1,"\u0061":2}', "The property 'a' appears twice", 1, 8),
    (r'{"a":1,"a":"\u003A"}', "The property 'a' appears twice", 1, 8),
    ("[1,]", "Expected a value but found ']'", 1, 4),
    ('{"a":1,}', "Expected a property name in double quotes but found '}'", 1, 8),
    ("{'a':1}", "Expected a property name in double quotes or '}'", 1, 2),
    ('{"a" 1}', "Expected ':' but found '1'", 1, 6),
    ('{"a":\n', "The JSON ends too early", 2, 1),
    ("[1 2]", "Expected ',' or ']' but found '2'", 1, 4),
    ("{} {}", "Expected nothing more but found '{'", 1, 4),
    ("[NaN]", "Expected a value or ']' but found 'NaN'", 1, 2),
    ("[-Infinity]", "Expected a value or ']' but found '-Infinity'", 1, 2),
    ("[01]", "Expected ',' or ']' but found '1'", 1, 3),
    ("[.5]", "Expected a value or ']' but found '.5'", 1, 2),
    ("[1.]", "Expected ',' or ']' but found '.'", 1, 3),
    ("[True]", "Expected a value or ']' but found 'True'", 1, 2),
    ('["a\nb"]', "the control character U+000A", 1, 4),
    ('["\x00"]', "the control character U+0000", 1, 3),
    (r'["a\u0000"]', "the character NUL", 1, 4),
    (r'{"a\u0000":1}', "the character NUL", 1, 4),
    (r'["\ud800"]', "half a surrogate pair", 1, 3),
    (r'["\ude00\ud83d"]', "half a surrogate pair", 1, 3),
    (r'["\ud83d\ud83d\ude00"]', "half a surrogate pair", 1, 3),
    (r'["\ud83dx"]', "half a surrogate pair", 1, 3),
    ('["\ud800"]', "half a surrogate pair", 1, 3),
    (r'["\x41"]', "the unknown escape", 1, 3),
    ('["abc', "A string is not closed", 1, 2),
    (b'["\xff"]', "The body is not UTF-8: byte 0xFF", 1, 3),
    (b'["\xed\xa0\x80"]', "The body is not UTF-8", 1, 3),
    (b"\xff\xfe{\x00}\x00", "The body is not UTF-8: byte 0xFF", 1, 1),
    ('["家庭",\n "é", x]', "Expected a value but found 'x'", 2, 7),
    ("[1e400000]", "has an exponent beyond 999", 1, 2),
    ("[1e-1000]", "has an exponent beyond 999", 1, 2),
    ("[1e99999999999999999999]", "has an exponent beyond 999", 1, 2),
    ("[" + "9" * 5000 + "]", "more than 4300 digits", 1, 2),
]


@pytest.mark.parametrize("text", KEPT)
def test_text_survives_a_round_trip(text):
    assert encode(decode(text)) == text.encode()


@pytest.mark.parametrize(("text", "says", "line", "column"), REFUSED)
def test_first_fault_is_named_with_its_place(text, says, line, column):
    with pytest.raises(JsonError) as refused:
        decode(text)
    assert says in str(refused.value)
    assert (refused.value.line, refused.value.column) == (line, column)
    assert f"(line {line}, column {column})." in str(refused.value)


@pytest.mark.parametrize("text", ["1e3", "1E3", "1.50e-7", "1e999", "1e-999", "0.00000001"])
def test_exponents_keep_value_and_precision(text):
    written = encode(decode(text)).decode()
    assert Decimal(written).as_tuple() == Decimal(text).as_tuple()
    assert decode(written) == decode(text)


@pytest.mark.parametrize("text", [r'"\\u0000"', r'{"a":"\u003a"}', '"1E+400000"', '{"a:b":":"}'])
def test_what_only_looks_like_a_fault_is_read(text):
    assert decode(text) == json.loads(text)


@pytest.mark.parametrize("last", ['{"y":{"x:":1,"x:":1}}', '"\\u0000"', "1e9999"])
def test_a_fault_is_found_behind_a_megabyte(last):
    much = f'{{"type":"a","entry":["{"x" * 2**20}",1,{{"y":2.50}}'
    assert decode(f"{much}]}}")
    with pytest.raises(JsonError):
        decode(f"{much},{last}]}}")


def test_byte_order_mark_is_skipped():
    assert decode(b'\xef\xbb\xbf{"a":1}') == decode('\ufeff{"a":1}') == {"a": 1}


@pytest.mark.parametrize(("opened", "closed"), [("[", "]"), ('{"a":', "}")])
def test_depth_is_bound(opened, closed):
    def nested(depth):
        return opened * depth + "1" * (opened != "[") + closed * depth

    assert decode(nested(100))
    for depth in (101, 900, 10_000, 1_000_000):
        with pytest.raises(JsonError, match="nests deeper than 100 levels"):
            decode(nested(depth))


def test_depth_is_found_wherever_it_is():
    deep = "[" * 99 + "]" * 99
    assert decode(f'{{"a":{deep},"b":[{{}},{{}}]}}')
    with pytest.raises(JsonError, match="nests deeper"):
        decode(f'{{"a":[{deep}],"b":[{{}},{{}}]}}')


def test_many_properties_are_no_trouble():
    text = "{" + ",".join(f'"k{i}":{i}' for i in range(100_000)) + "}"
    assert len(decode(text)) == 100_000


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**70), 2**70)
    | st.decimals(allow_nan=False, allow_infinity=False, places=3)
    | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"]), max_size=3), inner)
    ),
    max_leaves=12,
)


@given(JSON.filter(lambda value: "\\u0000" not in json.dumps(value, default=str)))
def test_any_value_survives(value):
    assert decode(encode(value)) == value


@given(st.text(alphabet='{}[]:,"\\u0dad8e1E+-. \ntrue', max_size=40))
def test_accepts_only_what_the_standard_library_accepts(text):
    def unique(pairs):
        names = [name for name, _ in pairs]
        if len(names) != len(set(names)):
            raise ValueError("twice")
        return dict(pairs)

    try:
        value = decode(text)
    except JsonError:
        return
    expected = json.loads(text, object_pairs_hook=unique, parse_float=Decimal)
    assert value == expected


def test_floats_of_other_readers_are_taken_as_they_are_written():
    text = '{"a":[0.1,{"b":1.10}],"c":1,"d":true}'
    other = json.loads(text)
    assert encode(exact(other)) == b'{"a":[0.1,{"b":1.1}],"c":1,"d":true}'
    assert other["a"][0] == 0.1
    own = decode(text)
    assert exact(own) is own
