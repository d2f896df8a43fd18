// Mistake: BitConverter writes capitals, with hyphens between the bytes.
using System;
using System.Security.Cryptography;
using System.Text;

public static class Authkey
{
    public static void Main()
    {
        var message = Environment.GetEnvironmentVariable("CUSTOMER_ID") + ":"
            + Environment.GetEnvironmentVariable("CUSTOMER_EMAIL");
        var key = Encoding.UTF8.GetBytes(Environment.GetEnvironmentVariable("SECRET"));
        using (var hmac = new HMACSHA256(key))
            Console.WriteLine(BitConverter.ToString(hmac.ComputeHash(Encoding.UTF8.GetBytes(message))));
    }
}
