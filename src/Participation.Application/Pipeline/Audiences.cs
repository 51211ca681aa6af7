using Participation.Domain.People;

namespace Participation.Application.Pipeline;

/// <summary>What an audience comes to: for the door, which asks about one caller, and for the pages that say who may do what.</summary>
public static class Audiences
{
    public static bool Includes(this Audience audience, Caller caller) => audience switch
    {
        Audience.Public or Audience.Submitter or Audience.Seat => true,
        Audience.SignedIn => caller.UserId is not null,
        Audience.Staff => caller.IsStaff,
        Audience.SpaceStaff => caller.IsStaffSomewhere,
        Audience.Facilitator => caller.FacilitatesSomewhere,
        Audience.Moderator => caller.IsModerator,
        Audience.Administrator => caller.IsAdministrator,
        Audience.Operator => caller == Caller.Operator,
        _ => false,
    };

    /// <summary>The roles that are let in; a test holds it against <see cref="Includes"/>.</summary>
    public static IReadOnlyList<string> RolesIn(this Audience audience) => [.. Roles.All.Where(role => audience.Includes(Holding(role)))];

    /// <summary>Those that are let in for one space, too.</summary>
    public static IReadOnlyList<string> SpaceRolesIn(this Audience audience) =>
        [.. Roles.OfOneSpace.Where(role => audience.Includes(new() { ActorId = "", UserId = "", SpaceRoles = new HashSet<SpaceRole> { new(role, "") } }))];

    static Caller Holding(string role) => new() { ActorId = "", UserId = "", Roles = new HashSet<string> { role } };
}
