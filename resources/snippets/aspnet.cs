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
        var id = Convert.ToString(customer?.Id, CultureInfo.InvariantCulture);
        if (new[] { secret, id, customer?.Email }.Any(string.IsNullOrEmpty)) return "";

        var user = new Dictionary<string, string>
        {
            ["id"] = id,
            ["email"] = customer.Email,
            ["name"] = customer.Name,
            ["phone"] = Regex.Match(customer.Phone ?? "", @"\A\+[1-9][0-9]{1,14}\z").Value,
            ["avatar"] = customer.Avatar,
            ["authkey"] = HmacSha256(secret, id + ":" + customer.Email),
        };
        var fields = from field in user
                     where !string.IsNullOrEmpty(field.Value)
                     select Json(field.Key) + ": " + Json(field.Value);
        return "<script>_support['user'] = {" + string.Join(", ", fields) + "};</script>";
    }

    private static string HmacSha256(string key, string message)
    {
        using (var hmac = new HMACSHA256(Encoding.UTF8.GetBytes(key)))
        {
            var digest = hmac.ComputeHash(Encoding.UTF8.GetBytes(message));
            return string.Concat(digest.Select(octet => octet.ToString("x2")));
        }
    }

    private static string Json(string text)
    {
        var safe = Regex.Replace(text, @"[^ -~]|[""\\<>&]", c => $"\\u{(int)c.Value[0]:x4}");
        return '"' + safe + '"';
    }
}
