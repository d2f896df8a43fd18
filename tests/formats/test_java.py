"""The JSP signs in the customer of a page, and nobody else, in javax and in jakarta servers."""

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote_plus

import pytest

from tests.formats.contract import Contract
from tests.formats.shop import SNIPPETS, Shop, needs
from tests.formats.visitors import Row

LIBRARIES = Path("/usr/share/java")
JSP_COMPILER = LIBRARIES / "eclipse-jdt-core.jar"

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
import java.nio.charset.StandardCharsets;
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
          String text = new String(body.readAllBytes(), StandardCharsets.UTF_8).strip();
          System.out.writeBytes((text + "\\0").getBytes(StandardCharsets.UTF_8));
        }
      }
    } finally {
      System.out.flush();
      tomcat.stop();
      tomcat.destroy();
    }
  }
}
"""


# Tomcat tells of its every step unless it is told not to.
LOGGING = """
handlers = java.util.logging.ConsoleHandler
.level = SEVERE
"""


def url_encoded(visitors: Sequence[Row | None]) -> str:
    def encoded(value: str | int | None) -> str | int | None:
        return quote_plus(value) if isinstance(value, str) else value

    return json.dumps(
        [row and {field: encoded(value) for field, value in row.items()} for row in visitors]
    )


@pytest.fixture(scope="module", params=[("javax", 9), ("jakarta", 10)], ids=["javax", "jakarta"])
def shop(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Shop:
    namespace, version = request.param
    tomcat = sorted(LIBRARIES.glob(f"tomcat{version}-*.jar"))
    packages = f"default-jdk-headless libtomcat{version}-java"
    found = shutil.which("javac") and tomcat and JSP_COMPILER.exists()
    needs(found, f"Java is missing: sudo apt-get install {packages}")
    folder = tmp_path_factory.mktemp(namespace)
    shutil.copy(SNIPPETS / "java.jsp", folder)
    (folder / "Customer.java").write_text(CUSTOMER)
    (folder / "Shop.java").write_text(SHOP.replace("NAMESPACE", namespace))
    (folder / "logging.properties").write_text(LOGGING)
    classes = ["-classpath", os.pathsep.join(map(str, (folder, JSP_COMPILER, *tomcat)))]
    quick = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]
    compiler = ["javac", *(f"-J{option}" for option in quick), "-nowarn", *classes, "-d", "."]
    subprocess.run([*compiler, "Customer.java", "Shop.java"], cwd=folder, check=True)
    quiet = f"-Djava.util.logging.config.file={folder / 'logging.properties'}"
    return Shop(("java", *quick, quiet, *classes, "Shop", folder), dumps=url_encoded)


class TestJsp(Contract):
    def test_a_page_is_plain_ascii(self, printed: dict[str, str]) -> None:
        assert printed["hostile"].isascii()
