namespace Participation.Domain.People;

/// <summary>Who asks. Roles open work, never a closed window.</summary>
public sealed record Caller
{
    public static readonly Caller Anonymous = new() { ActorId = "anonymous" };

    /// <summary>The person at the machine's console, through the program's verbs.</summary>
    public static readonly Caller Operator = new() { ActorId = "operator", Roles = new HashSet<string>(People.Roles.All) };

    /// <summary>Goes into the audit trail: an account's id, <c>anonymous</c> or <c>operator</c>.</summary>
    public required string ActorId { get; init; }

    /// <summary>The account, when signed in.</summary>
    public string? UserId { get; init; }

    public IReadOnlySet<string> Roles { get; init; } = new HashSet<string>();

    /// <summary>May do staff's work: staff, approvers and administrators.</summary>
    public bool IsStaff => Roles.Contains(People.Roles.Staff) || Roles.Contains(People.Roles.Approver) || IsAdministrator;

    public bool IsAdministrator => Roles.Contains(People.Roles.Administrator);

    /// <summary>May hide what breaks the rules of the place: moderators and administrators.</summary>
    public bool IsModerator => Roles.Contains(People.Roles.Moderator) || IsAdministrator;
}

/// <summary>Names of the roles.</summary>
public static class Roles
{
    public const string Administrator = "administrator";
    public const string Staff = "staff";
    public const string Approver = "approver";
    public const string Facilitator = "facilitator";
    public const string Moderator = "moderator";

    /// <summary>議員・委員: reads what is put before the council.</summary>
    public const string Council = "council";

    public const string Citizen = "citizen";

    public static readonly IReadOnlyList<string> All = [Administrator, Staff, Approver, Facilitator, Moderator, Council, Citizen];
}
