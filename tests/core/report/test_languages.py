"""The language of a shop's server is recognised, and its lines are our snippets'."""

from pathlib import Path

import pytest

from reamaze_gui.core.report.languages import language_of
from reamaze_gui.resources import resource

PAGES = {
    "Shopify's Liquid": '<script src="https://cdn.shopify.com/s/files/theme.js"></script>',
    "WordPress": '<link href="/wp-includes/css/blocks.css">',
    "Ruby on Rails": '<meta name="csrf-param" content="authenticity_token">',
    "Django": '<input name="csrfmiddlewaretoken">',
    "ASP.NET": '<input name="__VIEWSTATE">',
    "Java": '<a href="/account.jsp;jsessionid=8">',
    "PHP": '<a href="/account.php">',
    "Node.js": '<script id="__NEXT_DATA__" type="application/json">{}</script>',
}
PROGRAMS = {
    "shopify.liquid": "Shopify's Liquid",
    "wordpress.php": "WordPress",
    "rails.html.erb": "Ruby on Rails",
    "django.py": "Django",
    "aspnet.cs": "ASP.NET",
    "java.jsp": "Java",
    "go.go": "Go",
    "flask.py": "Python",
    "php.php": "PHP",
    "express.js": "Node.js",
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_tells_in_which_language_it_was_made(name: str) -> None:
    language = language_of(f"<html>\n{PAGES[name]}\n</html>")
    assert language is not None
    assert language.name == name


@pytest.mark.parametrize("file", PROGRAMS)
def test_a_program_is_in_its_language_and_the_lines_are_some_of_ours(file: str) -> None:
    source = Path(str(resource(f"snippets/{file}"))).read_bytes().decode()
    language = language_of(source)
    assert language is not None
    assert language.name == PROGRAMS[file]
    lines = language.lines.split("\n")
    assert all(line in source for line in lines)
    assert "mac" in language.lines.lower()
    assert 1 <= len(lines) <= 5


@pytest.mark.parametrize("source", ["", "<p>Hello</p>", "_support.user = {id: '7'};"])
def test_what_tells_nothing_is_in_no_language(source: str) -> None:
    assert language_of(source) is None
