using Microsoft.AspNetCore.Identity;

namespace Participation.Data.People;

/// <summary>An account (ASP.NET Core Identity).</summary>
public sealed class User : IdentityUser
{
    /// <summary>The name shown to colleagues.</summary>
    public string DisplayName { get; set; } = "";
}
