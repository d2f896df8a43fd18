// Mistakes: ASCII, which has a question mark for every other letter, and digits without hyphens.
using System;
using System.Security.Cryptography;
using System.Text;

public static class Authkey
{
    public static void Main()
    {
        var message = Environment.GetEnvironmentVariable("CUSTOMER_ID") + ":"
            + Environment.GetEnvironmentVariable("CUSTOMER_EMAIL");
        var key = Encoding.ASCII.GetBytes(Environment.GetEnvironmentVariable("SECRET"));
        using (var hmac = new HMACSHA256(key))
        {
            var digest = hmac.ComputeHash(Encoding.ASCII.GetBytes(message));
            Console.WriteLine(BitConverter.ToString(digest).Replace("-", ""));
        }
    }
}
