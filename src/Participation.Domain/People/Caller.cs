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

    /// <summary>Held for the whole site.</summary>
    public IReadOnlySet<string> Roles { get; init; } = new HashSet<string>();

    /// <summary>Held for one space each.</summary>
    public IReadOnlySet<SpaceRole> SpaceRoles { get; init; } = new HashSet<SpaceRole>();

    /// <summary>How far a program's token reaches; people reach as far as their roles.</summary>
    public TokenScope Scope { get; init; } = TokenScope.Work;

    /// <summary>May do staff's work everywhere: staff, approvers and administrators.</summary>
    public bool IsStaff => Roles.Contains(People.Roles.Staff) || Roles.Contains(People.Roles.Approver) || IsAdministrator;

    public bool IsAdministrator => Roles.Contains(People.Roles.Administrator);

    /// <summary>May hide what breaks the rules of the place: moderators and administrators.</summary>
    public bool IsModerator => Roles.Contains(People.Roles.Moderator) || IsAdministrator;

    /// <summary>Staff of some space at least. Which one, the handler asks: <see cref="IsStaffOf"/>.</summary>
    public bool IsStaffSomewhere => IsStaff || SpaceRoles.Any(r => r.Role is People.Roles.Staff or People.Roles.Approver);

    /// <summary>Spaces they do staff's work in, beside what <see cref="IsStaff"/> opens.</summary>
    public IReadOnlyList<string> StaffSpaces => [.. SpaceRoles.Where(r => r.Role is People.Roles.Staff or People.Roles.Approver).Select(r => r.Space)];

    /// <summary>May run workshops somewhere. Where, the handler asks: <see cref="MayFacilitate"/>.</summary>
    public bool FacilitatesSomewhere => IsStaffSomewhere || Roles.Contains(People.Roles.Facilitator) || SpaceRoles.Any(r => r.Role is People.Roles.Facilitator);

    /// <summary>May run a workshop of this space; of none, where the role is for the whole site.</summary>
    public bool MayFacilitate(string? space) => IsStaffOf(space) || May(People.Roles.Facilitator, space);

    /// <summary>Holds the role for the whole site, or for this space.</summary>
    /// <param name="space">Its slug; null for what belongs to no space.</param>
    public bool May(string role, string? space) => Roles.Contains(role) || (space is not null && SpaceRoles.Contains(new(role, space)));

    /// <summary>May do staff's work in this space, and in what belongs to it.</summary>
    public bool IsStaffOf(string? space) => IsStaff || May(People.Roles.Staff, space) || May(People.Roles.Approver, space);
}

/// <summary>A role in one space, by its slug.</summary>
public readonly record struct SpaceRole(string Role, string Space);

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

    /// <summary>Whoever has an account; nobody needs to give it.</summary>
    public const string Citizen = "citizen";

    public static readonly IReadOnlyList<string> All = [Administrator, Staff, Approver, Facilitator, Moderator, Council, Citizen];

    /// <summary>Those that somebody gives.</summary>
    public static readonly IReadOnlyList<string> Given = [Administrator, Staff, Approver, Facilitator, Moderator, Council];

    /// <summary>Whoever runs the site runs all of it; every other role makes sense in one place.</summary>
    public static readonly IReadOnlyList<string> OfOneSpace = [Staff, Approver, Facilitator, Moderator, Council];

    /// <summary>Those that work in an office (担当課).</summary>
    public static readonly IReadOnlyList<string> OfAnOffice = [Staff, Approver];
}
