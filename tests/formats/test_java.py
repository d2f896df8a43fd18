"""The JSP signs in the customer of a page, and nobody else, in javax and in jakarta servers."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from urllib.parse import quote_plus

import pytest

from reamaze_gui.core.customer import Customer
from tests.formats.visitors import ORDINARY, SECRET, SIGNED_IN, sent, user_in

SNIPPET = Path(__file__).parents[2] / "resources" / "snippets" / "java.jsp"
VARIABLE = "REAMAZE_SSO_SECRET"
LIBRARIES = Path("/usr/share/java")
JSP_COMPILER = LIBRARIES / "eclipse-jdt-core.jar"

Row = Mapping[str, str | int | None]  # a customer as the shop's database holds one
Shop = Callable[[Sequence[Row | None], str | None], list[str]]

E164 = ("+12", "+14155552671", "+123456789012345")
NOT_E164 = ("+1", "+0123", "+1234567890123456", "14155552671", "++14155552671", "+1415x", "+1٢٣")

NUMBERED = Customer(str(2**53 + 1), "zoe@example.org")
GUESTS: dict[str, Row | None] = {
    "who isn't signed in": None,
    "without an id": asdict(replace(ORDINARY, id="")),
    "without an email": {**asdict(ORDINARY), "email": None},
}
VISITORS: dict[str, Row | None] = {
    **{name: asdict(customer) for name, customer in SIGNED_IN.items()},
    **{phone: asdict(replace(ORDINARY, phone=phone)) for phone in (*E164, *NOT_E164)},
    "numbered": {"id": 2**53 + 1, "email": NUMBERED.email},
    **GUESTS,
}

CUSTOMER = """
package com.example;

public record Customer(
    Object getId, String getEmail, String getName, String getPhone, String getAvatar) {}
"""

# The merchant's server: Tomcat itself, asked over HTTP for its page once by each visitor. Tomcat's
# own reader of JSON leaves escapes in strings as they are, so these come URL-encoded.
SHOP = """
import com.example.Customer;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.IOException;
import java.net.URL;
import java.net.URLDecoder;
import java.util.*;
import NAMESPACE.servlet.ServletException;
import NAMESPACE.servlet.http.*;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.apache.jasper.servlet.*;
import org.apache.tomcat.util.json.JSONParser;

public class Shop extends HttpServlet {
  private static Iterator<?> visitors;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Map<?, ?> row = (Map<?, ?>) visitors.next();
    Customer customer = row == null ? null : new Customer(
        row.get("id") instanceof Number ? row.get("id") : text(row, "id"),
        text(row, "email"), text(row, "name"), text(row, "phone"), text(row, "avatar"));
    request.getSession().setAttribute("customer", customer);
    request.getRequestDispatcher("/java.jsp").include(request, response);
  }

  private static String text(Map<?, ?> row, String field) throws IOException {
    Object value = row.get(field);
    return value == null ? null : URLDecoder.decode(value.toString(), "UTF-8");
  }

  public static void main(String[] arguments) throws Exception {
    JSONParser input = new JSONParser(new InputStreamReader(System.in));
    visitors = ((List<?>) input.parse()).iterator();
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(arguments[0]);
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    Context context = tomcat.addContext("", arguments[0]);
    context.setParentClassLoader(Shop.class.getClassLoader());
    context.addServletContainerInitializer(new JasperInitializer(), null);
    Tomcat.addServlet(context, "jsp", new JspServlet());
    Tomcat.addServlet(context, "shop", new Shop());
    context.addServletMappingDecoded("*.jsp", "jsp");
    context.addServletMappingDecoded("/", "shop");
    tomcat.start();
    try {
      URL page = new URL("http", "127.0.0.1", tomcat.getConnector().getLocalPort(), "/");
      while (visitors.hasNext()) {
        try (InputStream body = page.openStream()) {
          body.transferTo(System.out);
        }
        System.out.write(0);
      }
    } finally {
      System.out.flush();
      tomcat.stop();
      tomcat.destroy();
    }
  }
}
"""


@pytest.fixture(scope="module", params=[("javax", 9), ("jakarta", 10)], ids=["javax", "jakarta"])
def shop(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Shop:
    namespace, version = request.param
    tomcat = sorted(LIBRARIES.glob(f"tomcat{version}-*.jar"))
    if not (shutil.which("javac") and tomcat and JSP_COMPILER.exists()):
        packages = f"default-jdk-headless libtomcat{version}-java"
        missing = f"Java is missing: sudo apt-get install {packages}"
        (pytest.fail if "CI" in os.environ else pytest.skip)(missing)
    folder = tmp_path_factory.mktemp(namespace)
    shutil.copy(SNIPPET, folder)
    (folder / "Customer.java").write_text(CUSTOMER)
    (folder / "Shop.java").write_text(SHOP.replace("NAMESPACE", namespace))
    classes = ["-classpath", os.pathsep.join(map(str, (folder, JSP_COMPILER, *tomcat)))]
    quick = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]
    compiler = ["javac", *(f"-J{option}" for option in quick), "-nowarn", *classes, "-d", "."]
    subprocess.run([*compiler, "Customer.java", "Shop.java"], cwd=folder, check=True)

    def pages(customers: Sequence[Row | None], secret: str | None) -> list[str]:
        environment = {name: value for name, value in os.environ.items() if name != VARIABLE}
        if secret is not None:
            environment[VARIABLE] = secret
        answer = subprocess.run(
            ["java", *quick, *classes, "Shop", folder],
            input=json.dumps([customer and encoded(customer) for customer in customers]).encode(),
            stdout=subprocess.PIPE,
            check=True,
            env=environment,
        )
        return [page.strip() for page in answer.stdout.decode().split("\0")[:-1]]

    return pages


def encoded(row: Row) -> Row:
    texts = {name: quote_plus(value) for name, value in row.items() if isinstance(value, str)}
    return {**row, **texts}


@pytest.fixture(scope="module")
def printed(shop: Shop) -> dict[str, str]:
    return dict(zip(VISITORS, shop([*VISITORS.values()], SECRET), strict=True))


@pytest.mark.parametrize("visitor", SIGNED_IN)
def test_a_customer_is_signed_in(visitor: str, printed: dict[str, str]) -> None:
    assert user_in(printed[visitor]) == sent(SIGNED_IN[visitor])


def test_a_number_that_browsers_would_round_is_signed_and_printed_as_text(
    printed: dict[str, str],
) -> None:
    assert user_in(printed["numbered"]) == sent(NUMBERED)


@pytest.mark.parametrize("guest", GUESTS)
def test_nothing_is_printed_for_a_visitor(guest: str, printed: dict[str, str]) -> None:
    assert printed[guest] == ""


def test_a_phone_is_printed_only_in_e164(printed: dict[str, str]) -> None:
    assert [phone for phone in (*E164, *NOT_E164) if '"phone"' in printed[phone]] == [*E164]


def test_the_secret_is_on_no_page(printed: dict[str, str]) -> None:
    assert not [page for page in printed.values() if SECRET[:11] in page]


@pytest.mark.parametrize("secret", [None, ""], ids=["unset", "empty"])
def test_nothing_is_signed_while_the_secret_is(secret: str | None, shop: Shop) -> None:
    assert shop([asdict(ORDINARY)], secret) == [""]


def test_a_page_is_plain_ascii_and_safe_inside_its_script(printed: dict[str, str]) -> None:
    page = printed["hostile"]
    assert page.isascii()
    assert not set("<>&") & set(page.removeprefix("<script>").removesuffix("</script>"))
