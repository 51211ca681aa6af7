using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Participation.Domain.Outcomes;

namespace Participation.Web.People;

/// <summary>Where somebody comes from, and how much one such place may ask for. A hall full of people shares one, so it is much.</summary>
sealed class Networks : IDisposable
{
    const int MailsAnHour = 300;
    const int TriesAMinute = 120;

    readonly PartitionedRateLimiter<string> mails = Limit(MailsAnHour, TimeSpan.FromHours(1));
    readonly PartitionedRateLimiter<string> tries = Limit(TriesAMinute, TimeSpan.FromMinutes(1));

    public static readonly Outcome<Done> TooMuch = new Refusal(RefusalKind.TooOften, "try-later", 60);

    /// <summary>May ask that a mail be sent.</summary>
    public bool MayMail(HttpContext http) => Take(mails, http);

    /// <summary>May try a password or a code, whoever's it is.</summary>
    public bool MayTry(HttpContext http) => Take(tries, http);

    /// <summary>The address; of IPv6 the part that one household or office has to itself.</summary>
    public static string Of(HttpContext http)
    {
        if (http.Connection.RemoteIpAddress is not { } address) return "none";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily is AddressFamily.InterNetworkV6
            ? new IPAddress([.. address.GetAddressBytes()[..8], 0, 0, 0, 0, 0, 0, 0, 0]).ToString()
            : address.ToString();
    }

    public void Dispose()
    {
        mails.Dispose();
        tries.Dispose();
    }

    static bool Take(PartitionedRateLimiter<string> limiter, HttpContext http)
    {
        using var lease = limiter.AttemptAcquire(Of(http));
        return lease.IsAcquired;
    }

    static PartitionedRateLimiter<string> Limit(int permits, TimeSpan window) => PartitionedRateLimiter.Create<string, string>(
        network => RateLimitPartition.GetFixedWindowLimiter(network, _ => new() { PermitLimit = permits, Window = window }));
}
