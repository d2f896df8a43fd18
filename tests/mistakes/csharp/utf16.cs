// Mistakes: key and message in UTF-16, which .NET calls Unicode, and Base64.
using System;
using System.Security.Cryptography;
using System.Text;

public static class Authkey
{
    public static void Main()
    {
        var message = Environment.GetEnvironmentVariable("CUSTOMER_ID") + ":"
            + Environment.GetEnvironmentVariable("CUSTOMER_EMAIL");
        var key = Encoding.Unicode.GetBytes(Environment.GetEnvironmentVariable("SECRET"));
        using (var hmac = new HMACSHA256(key))
            Console.WriteLine(Convert.ToBase64String(hmac.ComputeHash(Encoding.Unicode.GetBytes(message))));
    }
}
