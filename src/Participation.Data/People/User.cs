using Microsoft.AspNetCore.Identity;

namespace Participation.Data.People;

/// <summary>An account (ASP.NET Core Identity).</summary>
public sealed class User : IdentityUser
{
    /// <summary>Its id begins with the instant, so that lists of people have an order to be paged by.</summary>
    public User() => Id = Guid.CreateVersion7().ToString();

    /// <summary>The name shown to colleagues.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>The language of mail that they did not ask for at that moment; null for the city's own.</summary>
    public string? Language { get; set; }

    /// <summary>Since when their address takes no mail: they are told on the site alone, until they say otherwise or prove an address.</summary>
    public DateTimeOffset? MailReturnedAt { get; set; }
}
