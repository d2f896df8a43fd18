"""A merchant's Tomcat, in javax and in jakarta servers, which shows a JSP to its visitors."""

import json
import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import quote_plus

from tests.formats.shop import Shop, needs
from tests.formats.visitors import BROKEN, Cell, Row

VERSIONS = {"javax": 9, "jakarta": 10}

LIBRARIES = Path("/usr/share/java")
JSP_COMPILER = LIBRARIES / "eclipse-jdt-core.jar"

CUSTOMER = """
package com.example;

public record Customer(
    Object getId, Object getEmail, Object getName, Object getPhone, Object getAvatar,
    Object getTotal) {}
"""

# The merchant's server: Tomcat itself, asked over HTTP for its page once by each visitor. Tomcat's
# own reader of JSON leaves escapes in strings as they are, so these come URL-encoded; U+E000 stands
# for half a character.
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
        value(row.get("id")), value(row.get("email")), value(row.get("name")),
        value(row.get("phone")), value(row.get("avatar")), value(row.get("total")));
    request.getSession().setAttribute("customer", customer);
    response.setCharacterEncoding("UTF-8");  // an included page can't say so itself
    request.getRequestDispatcher("/java.jsp").include(request, response);
  }

  private static Object value(Object cell) throws IOException {
    if (cell instanceof Map<?, ?> parts) {
      return new StringBuilder(value(parts.get("text")).toString());
    }
    if (!(cell instanceof String)) {
      return cell;
    }
    return URLDecoder.decode(cell.toString(), "UTF-8").replace('\\ue000', '\\ud800');
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
    def encoded(cell: Cell) -> Cell:
        if isinstance(cell, Mapping):
            return {"text": quote_plus(cell["text"])}
        return quote_plus(cell.replace(BROKEN, "\ue000")) if isinstance(cell, str) else cell

    return json.dumps(
        [row and {field: encoded(value) for field, value in row.items()} for row in visitors]
    )


def tomcat(folder: Path, page: str, namespace: str = "jakarta") -> Shop:
    """Return a server that shows this JSP; who visits is its session's `customer`."""
    version = VERSIONS[namespace]
    jars = sorted(LIBRARIES.glob(f"tomcat{version}-*.jar"))
    packages = f"default-jdk-headless libtomcat{version}-java"
    found = shutil.which("javac") and jars and JSP_COMPILER.exists()
    needs(found, f"Java is missing: sudo apt-get install {packages}")
    (folder / "java.jsp").write_text(page, encoding="utf-8")
    (folder / "logging.properties").write_text(LOGGING)
    compiled = folder.parent / f"tomcat-{version}"  # once for all shops of a run
    classes = ["-classpath", os.pathsep.join(map(str, (compiled, JSP_COMPILER, *jars)))]
    quick = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]
    if not compiled.exists():
        compiled.mkdir()
        (compiled / "Customer.java").write_text(CUSTOMER)
        (compiled / "Shop.java").write_text(SHOP.replace("NAMESPACE", namespace))
        compiler = ["javac", *(f"-J{option}" for option in quick), "-nowarn", *classes, "-d", "."]
        subprocess.run([*compiler, "Customer.java", "Shop.java"], cwd=compiled, check=True)
    quiet = f"-Djava.util.logging.config.file={folder / 'logging.properties'}"
    return Shop(("java", *quick, quiet, *classes, "Shop", folder), dumps=url_encoded)
