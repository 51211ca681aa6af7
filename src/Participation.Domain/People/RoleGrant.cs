using System.Text.Json;
using Participation.Domain.Outcomes;

namespace Participation.Domain.People;

/// <summary>
/// A role that somebody was given: for the whole site or one space, for a time, with a reason. It stays when it is taken, so that
/// who could do what, when, can be answered years later.
/// </summary>
public sealed class RoleGrant : Aggregate
{
    public const int ReasonAtMost = 500;

    /// <summary>The stream that says whose rights have changed.</summary>
    public const string Stream = "people";

    public const string Changed = "rights.changed";

    RoleGrant() { }

    public Guid Id { get; private set; }

    /// <summary>The account that holds it.</summary>
    public string UserId { get; private set; } = "";

    public string Role { get; private set; } = "";

    /// <summary>Slug of the one space it is for; null for the whole site.</summary>
    public string? Space { get; private set; }

    /// <summary>担当課 of staff and approvers.</summary>
    public int? OfficeId { get; private set; }

    public DateTimeOffset From { get; private set; }

    /// <summary>The instant from which it holds no more; null while nobody has said.</summary>
    public DateTimeOffset? Until { get; private set; }

    public string Reason { get; private set; } = "";
    public DateTimeOffset GivenAt { get; private set; }

    /// <summary>An account, or <c>operator</c>.</summary>
    public string GivenBy { get; private set; } = "";

    public DateTimeOffset? TakenAt { get; private set; }
    public string? TakenBy { get; private set; }
    public string? TakenReason { get; private set; }
    public int Version { get; private set; }

    /// <summary>Gives a role. That the account, the space and the office exist is the handler's to see.</summary>
    public static Outcome<RoleGrant> Give(string userId, RoleTerms terms, Caller giver, DateTimeOffset now)
    {
        if (!giver.IsAdministrator) return Refusal.NotAllowed;
        var faults = new List<Fault>();
        if (!Roles.Given.Contains(terms.Role)) faults.Add(new("role", "role-unknown"));
        else if (terms.Space is not null && !Roles.OfOneSpace.Contains(terms.Role)) faults.Add(new("space", "role-of-the-site"));
        if (terms.OfficeId is not null && !Roles.OfAnOffice.Contains(terms.Role)) faults.Add(new("office", "role-without-office"));
        if (terms.Until is { } until && until <= (terms.From ?? now)) faults.Add(new("until", "window-reversed"));
        else if (terms.Until <= now) faults.Add(new("until", "role-over"));
        faults.AddRange(CheckReason(terms.Reason));
        if (faults.Count > 0) return Refusal.Invalid(faults);

        var grant = new RoleGrant
        {
            Id = Guid.CreateVersion7(now), UserId = userId, Role = terms.Role, Space = terms.Space, OfficeId = terms.OfficeId,
            From = terms.From ?? now, Until = terms.Until, Reason = terms.Reason.Trim(), GivenAt = now, GivenBy = giver.ActorId,
        };
        grant.Note("role.given");
        return grant;
    }

    public bool HoldsAt(DateTimeOffset now) => TakenAt is null && From <= now && (Until is null || now < Until);

    /// <summary>Over, or taken.</summary>
    public bool IsOverAt(DateTimeOffset now) => TakenAt is not null || Until <= now;

    /// <summary>Holds the whole site now, and goes on: somebody can rely on it.</summary>
    public bool KeepsTheSite(DateTimeOffset now) => Role is Roles.Administrator && Until is null && HoldsAt(now);

    /// <summary>Takes it back, from now on.</summary>
    /// <param name="keeper">Another grant that <see cref="KeepsTheSite"/>; without one the last administrator's role stays.</param>
    public Outcome<Done> Take(string reason, Caller taker, RoleGrant? keeper, DateTimeOffset now)
    {
        if (!taker.IsAdministrator) return Refusal.NotAllowed;
        if (TakenAt is not null) return Refusal.Conflict("role-taken");
        if (Until <= now) return Refusal.Conflict("role-over");
        if (CheckReason(reason) is [var fault, ..]) return Refusal.Invalid([fault]);
        if (RelyOn(keeper, now) is { } last) return last;
        (TakenAt, TakenBy, TakenReason) = (now, taker.ActorId, reason.Trim());
        Version++;
        Note("role.taken");
        return Done.It;
    }

    /// <summary>Its holder deletes their account, and it goes with that; the trail keeps what it was.</summary>
    /// <param name="keeper">As for <see cref="Take"/>.</param>
    public Outcome<Done> EndWithAccount(RoleGrant? keeper, DateTimeOffset now)
    {
        if (RelyOn(keeper, now) is { } last) return last;
        if (!IsOverAt(now)) Note("role.ended");
        return Done.It;
    }

    Refusal? RelyOn(RoleGrant? keeper, DateTimeOffset now)
    {
        if (!KeepsTheSite(now)) return null;
        if (keeper is null) return Refusal.Conflict("last-administrator");
        // Two who take each other's role at once rely on what the other changes: the later one is told.
        keeper.Version++;
        return null;
    }

    static List<Fault> CheckReason(string reason) =>
        string.IsNullOrWhiteSpace(reason) ? [new("reason", "required")]
        : reason.Length > ReasonAtMost ? [new("reason", "field-too-long", ReasonAtMost)]
        : [];

    void Note(string act)
    {
        Log(act, $"account:{UserId}", JsonSerializer.Serialize(new { grant = Id, role = Role, space = Space }));
        Tell(Stream, Changed, JsonSerializer.Serialize(new { account = UserId }));
    }
}

/// <summary>What an administrator says of a role.</summary>
/// <param name="From">Null for now.</param>
public sealed record RoleTerms(string Role, string Reason, string? Space = null, int? OfficeId = null, DateTimeOffset? From = null, DateTimeOffset? Until = null);
