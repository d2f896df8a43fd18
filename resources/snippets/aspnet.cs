// Customer is your class of who is signed in; a page shows it as @Html.Raw(Reamaze.User(customer)).
// The secret is read from the environment variable REAMAZE_SSO_SECRET (IIS: the pool's).
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

public static class Reamaze
{
    public static string User(Customer customer)
    {
        var secret = Environment.GetEnvironmentVariable("REAMAZE_SSO_SECRET");
        var id = Text(customer?.Id);
        var email = Text(customer?.Email);
        if (new[] { secret, id, email }.Any(string.IsNullOrEmpty)) return "";

        byte[] digest;
        using (var hmac = new HMACSHA256(Encoding.UTF8.GetBytes(secret)))
            digest = hmac.ComputeHash(Encoding.UTF8.GetBytes(id + ":" + email));
        var user = new Dictionary<string, string>
        {
            ["id"] = id,
            ["email"] = email,
            ["name"] = Text(customer.Name),
            ["phone"] = Regex.Match(Text(customer.Phone), @"\A\+[1-9][0-9]{1,14}\z").Value,
            ["avatar"] = Text(customer.Avatar),
            ["authkey"] = string.Concat(digest.Select(octet => octet.ToString("x2"))),
        };
        var fields = from field in user
                     where field.Value != ""
                     select Json(field.Key) + ": " + Json(field.Value);
        // fields = fields.Concat(new[] { "\"data\": {\"Total spent\": " + Json(Text(customer.Total)) + "}" });
        return "<script>_support['user'] = {" + string.Join(", ", fields) + "};</script>";
    }

    private static string Text(object value)
    {
        var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
    }

    private static string Json(string text)
    {
        var safe = Regex.Replace(text, @"[^ -~]|[""\\<>&]", c => $"\\u{(int)c.Value[0]:x4}");
        return '"' + safe + '"';
    }
}
