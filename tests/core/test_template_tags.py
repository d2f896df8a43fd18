"""A template tag of any language is distinguished from a value."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reamaze_gui.core.customer import FIELDS, Field
from reamaze_gui.core.remark import Severity
from reamaze_gui.core.template_tags import holds_tag

TAGS = [
    *("{{ customer.id }}", "{{{id}}}", "{{\n id }}", "{% if a %}", "{# no #}", "{!! $id !!}"),
    *("<%= id %>", "<% end %>", "<?= $id ?>", "<?php echo $id;\n?>", "<customer id>"),
    *("${id}", "#{user.id}", "!{id}", "*{id}", "{$id}", "{id}", "{=id}", "$user->id", "$id"),
    *("[[${id}]]", "[% id %]", "[=id]", "[id]", "[user:name]", "*|EMAIL|*", "%%email%%"),
    *("@Model.Id", "@user.Name", "@(id)", "@Html.Raw(id)", "#id#", "%id%", "`id`"),
    *("Zoë {{ last_name }}", "cust-${id}", "zoe@{{ domain }}"),
]
VALUES = [
    *("48151623", "#1001", "wp-5", "a:b", "zoë", "100%", "5$", "$5", "C# Ltd", "{", "}}{{", "{}"),
    *("zoe@example.org", "zoe+tag@example.co.uk", "o'neil@example.org", "@zoe", "Zoë @ Acme"),
    *("zoÃ«@example.org", "zoe\\@example.org", "zoe!@example.org", "#@example.org"),
    *("Zoë [VIP] Day", "Zoë (Acme)", "<3", "a < b > c", "50% #1", "A$AP Rocky", "Zoë `Zo` Day"),
    *("https://example.org/a?b=%20c&d=%3D#e", "//example.org/[1]/%7Bx%7D", "x_y__z"),
]


@pytest.mark.parametrize("tag", TAGS)
def test_a_tag_is_seen(tag: str) -> None:
    assert holds_tag(tag)


@pytest.mark.parametrize("value", VALUES)
def test_a_value_is_no_tag(value: str) -> None:
    assert not holds_tag(value)


@given(st.text(st.characters(categories=["L", "N", "Zs"]) | st.sampled_from(".,:;'()+-_/&=?!~^")))
def test_words_numbers_and_their_punctuation_are_no_tag(text: str) -> None:
    assert not holds_tag(text)


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_every_field_warns_of_a_tag_first(field: Field) -> None:
    for tag in TAGS:
        remark = next(iter(field.remarks(tag, "US", needed=False)))
        assert (remark.severity, remark.fix) == (Severity.WARNING, None)
        assert "template" in remark.says
