<%-- In a page: <jsp:include page="reamaze.jsp"/>. Replace com.example.Customer and "customer". --%>
<%-- The secret is read from the environment variable REAMAZE_SSO_SECRET (bin/setenv.sh). --%>
<%@ page trimDirectiveWhitespaces="true" %>
<%@ page import="com.example.Customer, java.math.BigInteger, java.nio.charset.StandardCharsets" %>
<%@ page import="java.util.Objects, java.util.StringJoiner" %>
<%@ page import="javax.crypto.Mac, javax.crypto.spec.SecretKeySpec" %>
<%!
  private static String text(Object value) {
    return Objects.toString(value, "").replaceAll("\\p{Cs}", "\ufffd");
  }

  private static String json(String text) {
    StringBuilder literal = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      boolean plain = c >= ' ' && c <= '~' && "\"\\<>&".indexOf(c) < 0;
      literal.append(plain ? String.valueOf(c) : String.format("\\u%04x", (int) c));
    }
    return literal.append('"').toString();
  }
%>
<%
  Customer customer = (Customer) session.getAttribute("customer");
  String secret = Objects.toString(System.getenv("REAMAZE_SSO_SECRET"), "");
  String id = customer == null ? "" : text(customer.getId());
  String email = customer == null ? "" : text(customer.getEmail());
  if (!secret.isEmpty() && !id.isEmpty() && !email.isEmpty()) {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    byte[] digest = mac.doFinal((id + ":" + email).getBytes(StandardCharsets.UTF_8));
    String phone = text(customer.getPhone());
    String[][] user = {
      {"id", id},
      {"email", email},
      {"name", text(customer.getName())},
      {"phone", phone.matches("\\+[1-9][0-9]{1,14}") ? phone : ""},
      {"avatar", text(customer.getAvatar())},
      {"authkey", String.format("%064x", new BigInteger(1, digest))},
    };
    StringJoiner fields = new StringJoiner(", ", "{", "}");
    for (String[] field : user) {
      if (!field[1].isEmpty()) fields.add(json(field[0]) + ": " + json(field[1]));
    }
    // fields.add("\"data\": {\"Total spent\": " + json(text(customer.getTotal())) + "}");
%>
<script>_support['user'] = <%= fields %>;</script>
<% } %>
