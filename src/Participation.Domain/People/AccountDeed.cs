namespace Participation.Domain.People;

/// <summary>Something that changed how an account is entered: its owner reads it, and it stands in the audit trail.</summary>
public sealed class AccountDeed : Aggregate
{
    AccountDeed() { }

    public AccountDeed(string userId, AccountDeedKind kind, DateTimeOffset now)
    {
        (Id, UserId, Kind, At) = (Guid.CreateVersion7(now), userId, kind, now);
        Log($"account.{Code}", $"account:{userId}");
    }

    public Guid Id { get; private set; }
    public string UserId { get; private set; } = "";
    public AccountDeedKind Kind { get; private set; }
    public DateTimeOffset At { get; private set; }

    string Code => string.Concat(Kind.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}

public enum AccountDeedKind
{
    Registered,
    Recovered,
    PasswordChanged,
    EmailChanged,
    SignedOutEverywhere,
    AppAdded,
    AppRemoved,
    PasskeyAdded,
    PasskeyRemoved,
    CodesRenewed,
    /// <summary>Signed in with a recovery code, which is thereby used up.</summary>
    CodeUsed,
    /// <summary>Got all that is kept about them.</summary>
    DataTaken,
}
