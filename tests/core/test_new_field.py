"""A field that is added to `Customer` by one line works everywhere."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import reamaze_gui
from reamaze_gui.resources import resource

END = "\n\nFIELDS = "
COMPANY = (
    '    company: str = _field("Company", "optional", _check_name, synonyms="firm employer")\n'
)

# What a support person does with the new field, in a program that has it.
USE = """
import sys
from reamaze_gui.arguments import read_arguments
from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.customer import Customer
from reamaze_gui.core.customer_table import read_table, write_table
from reamaze_gui.core.diagnosis import Verdict, diagnose
from reamaze_gui.core.pasted import read_customers
from reamaze_gui.core.preview import compose
from reamaze_gui.core.saved import Saved

secret = Secret("opensesame")
customer = Customer("7", "zoe@example.org", company="Acme")

snippet = compose(customer, secret).snippet
assert "company: 'Acme'" in snippet
obstacle = compose(Customer("7", "zoe@example.org", company="A\\0"), secret).obstacle
assert obstacle == "Correct first: Company."
for text in (snippet, "Company,ID,Email\\nAcme,7,zoe@example.org"):
    assert read_customers(text) == (customer,)
for table in (write_table([Saved("Zoë", customer)]), "id,email,Firm\\n7,zoe@example.org,Acme"):
    assert [each.customer for each in read_table(table).saved] == [customer]

report = diagnose(snippet, {"acme": secret})
assert (report.verdict, report.customer) == (Verdict.CORRECT, customer)
listing = ["id: 7", "email: zoe@example.org", "Company: Acme", f"authkey: {report.authkey}"]
assert diagnose("\\n".join(listing), {"acme": secret}).customer == customer

def said(before, after):
    findings = diagnose(snippet.replace(before, after), {}).findings
    return [each.fix for each in findings if "ompan" in each.says]

assert said("Acme", "A\\\\u0000") == ["Send company: 'A'."]
assert said("Acme", "A" * 3000) == ["Send only the value, on one line."]
assert "company" in said("company", "companny")[0]

sys.argv = ["reamaze-gui", "--company", "Acme"]
assert read_arguments().customer == Customer(company="Acme")
"""


def test_a_new_field_is_one_line(tmp_path: Path) -> None:
    copy = tmp_path / "reamaze_gui"
    shutil.copytree(Path(reamaze_gui.__file__).parent, copy, ignore=shutil.ignore_patterns("ui"))
    shutil.copytree(resource(""), tmp_path / "resources")
    customer = copy / "core" / "customer.py"
    source = customer.read_text(encoding="utf-8")
    assert source.count(END) == 1
    customer.write_text(source.replace(END, COMPANY + END), encoding="utf-8")
    command, there = [sys.executable, "-P", "-c", USE], os.environ | {"PYTHONPATH": str(tmp_path)}
    run = subprocess.run(command, env=there, capture_output=True, text=True, check=False)
    assert not run.stderr, run.stderr
