using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Participation.Domain.Outcomes;

namespace Participation.Domain.People;

/// <summary>A program's key to an account: only its hash is stored, so it is shown once.</summary>
public sealed class ApiToken : Aggregate
{
    public const int NameAtMost = 100;
    public const int AtOnce = 20;
    public const int DaysAtMost = 366;

    /// <summary>Tells whoever finds one in a file what it opens.</summary>
    const string Prefix = "sanka_";

    ApiToken() { }

    /// <summary>One that is known beforehand: the demo's.</summary>
    public ApiToken(string userId, string token, DateTimeOffset now) =>
        (Id, Hash, UserId, CreatedAt, Scope) = (Guid.CreateVersion7(now), HashOf(token), userId, now, TokenScope.Work);

    public Guid Id { get; private set; }
    public byte[] Hash { get; private set; } = [];
    public string UserId { get; private set; } = "";

    /// <summary>What its owner calls it.</summary>
    public string Name { get; private set; } = "";

    public TokenScope Scope { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Null only for the demo's.</summary>
    public DateTimeOffset? ExpiresAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    /// <returns>The row, and the token that is never seen again.</returns>
    public static Outcome<(ApiToken Row, string Token)> Issue(string userId, string name, TokenScope scope, int days, DateTimeOffset now)
    {
        var faults = new List<Fault>();
        name = name.Trim();
        if (name.Length is 0) faults.Add(new("name", "required"));
        else if (name.Length > NameAtMost) faults.Add(new("name", "field-too-long", NameAtMost));
        if (days is < 1 or > DaysAtMost) faults.Add(new("days", "token-days", DaysAtMost));
        if (!Enum.IsDefined(scope)) faults.Add(new("scope", "required"));
        if (faults.Count > 0) return Refusal.Invalid(faults);

        var token = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var row = new ApiToken(userId, token, now) { Name = name, Scope = scope, ExpiresAt = now.AddDays(days) };
        row.Note("token.issued");
        return (row, token);
    }

    public bool IsOverAt(DateTimeOffset now) => RevokedAt is not null || ExpiresAt <= now;

    /// <summary>Doing it twice is doing it once.</summary>
    public void Revoke(DateTimeOffset now)
    {
        if (RevokedAt is not null) return;
        RevokedAt = now;
        Note("token.revoked");
    }

    public static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    void Note(string act) =>
        Log(act, $"account:{UserId}", JsonSerializer.Serialize(new { token = Id, scope = Scope.ToString().ToLowerInvariant() }));
}
