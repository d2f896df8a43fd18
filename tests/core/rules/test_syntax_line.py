"""A syntax error in a script is said with its line, and in a reply only once."""

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.diagnosis import diagnose
from reamaze_gui.core.report import reply

PAGE = "<script>\n_support['user'] = { id: '7', email: 'zoe@example.org' name: 'Zoe' };\n</script>"


def test_a_mistake_in_the_code_is_reported_with_its_line_and_once() -> None:
    report = diagnose(PAGE, {"acme": Secret("the secret of acme")})
    assert any("on line 2." in finding.says for finding in report.findings)
    assert reply(report, secrets=()).count("line 2") == 1
