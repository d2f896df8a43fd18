"""A spreadsheet's row comes from the real clipboard, as the table that the spreadsheet offers."""

import subprocess

from tests.desktop import Desktop
from tests.program import Program

# As LibreOffice Calc offers it: a line break within a cell, and what the cells are beside.
TABLE = """<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN">
<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/></head>
<body><table cellspacing="0" border="0"><colgroup width="85"></colgroup>
<tr><td height="17" align="left"><b>Name</b></td><td>Customer ID</td><td>E-Mail</td></tr>
<tr><td height="34" align="left">Zoë<br>Quinn</td>
<td align="right" sdval="48151623" sdnum="1033;">48151623</td>
<td align="left">zoe@example.org</td></tr>
</table></body></html>"""


def offer(desktop: Desktop, text: str, *target: str) -> None:
    command = ["xclip", "-in", "-selection", "clipboard", *target]
    subprocess.run(command, input=text, env=desktop.environment, text=True, check=True)


def test_the_table_that_a_spreadsheet_offers_fills_the_form(desktop: Desktop) -> None:
    with Program(desktop, "--demo") as program:
        offer(desktop, TABLE, "-target", "text/html")
        program.press("Paste customer")
        program.wait_to_hear("Pasted: Zoë Quinn (48151623)")
        told = {name: program.read(name) for name in ("Customer ID", "Email", "Name")}
        assert told == {
            "Customer ID": "48151623",
            "Email": "zoe@example.org",
            "Name": "Zoë Quinn",
        }
        assert (program.quit(), program.output) == (0, "")
