using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Participation.Application.People;

/// <summary>
/// What the link in a registration's mail carries: the address, sealed. There is no account before somebody who reads that mail
/// makes it, so nobody can prepare one for another's address.
/// </summary>
sealed class RegistrationTickets(IDataProtectionProvider protection)
{
    static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    readonly ITimeLimitedDataProtector seal = protection.CreateProtector("registration").ToTimeLimitedDataProtector();

    public string Issue(string email) => seal.Protect(email, Lifetime);

    /// <returns>The address; null when the ticket is not ours or over.</returns>
    public string? Read(string? ticket)
    {
        try
        {
            return string.IsNullOrEmpty(ticket) ? null : seal.Unprotect(ticket);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
