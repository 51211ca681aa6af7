using Microsoft.AspNetCore.Identity;

namespace Participation.Data.People;

/// <summary>An account (ASP.NET Core Identity). Whose it is stands in it sealed, and Identity asks the store for it (docs/adr/0013-accounts.md).</summary>
public sealed class User : IdentityUser
{
    /// <summary>Its id begins with the instant, so that lists of people have an order to be paged by.</summary>
    public User() => Id = Guid.CreateVersion7().ToString();

    /// <summary>The name shown to colleagues, and the address; null in a row from before accounts were sealed.</summary>
    public byte[]? Sealed { get; private set; }

    /// <summary>The name in clear, as it was kept before; since it is sealed, it is empty.</summary>
    public string DisplayName { get; private set; } = "";

    /// <summary>The language of mail that they did not ask for at that moment; null for the city's own.</summary>
    public string? Language { get; set; }

    /// <summary>Since when their address takes no mail: they are told on the site alone, until they say otherwise or prove an address.</summary>
    public DateTimeOffset? MailReturnedAt { get; set; }

    /// <param name="key">Keyed hash of the address: by it the account is found, and no other has it.</param>
    public void Seal(byte[] kept, string key)
    {
        (Sealed, NormalizedEmail, NormalizedUserName, DisplayName) = (kept, key, key, "");
        // Identity's own columns hold nothing: AccountSeal opens what does.
        Email = UserName = null;
        // Two who change it at once: the later one is told.
        ConcurrencyStamp = Guid.NewGuid().ToString();
    }

    /// <summary>As a version from before keeps it.</summary>
    public void Unseal(string name, string email, string folded) =>
        (Sealed, DisplayName, Email, UserName, NormalizedEmail, NormalizedUserName) = (null, name, email, email, folded, folded);
}
