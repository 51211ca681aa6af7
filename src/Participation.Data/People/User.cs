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
}
