using System.Reflection;
using Participation.Application.Pipeline;
using Participation.Domain.People;

namespace Participation.Application.People;

/// <summary>A thing that can be asked for and is not everybody's: a request, by its name, and whom its <c>[Audience]</c> lets in.</summary>
/// <param name="Subject">The folder it stands in: <c>Ledger</c>, <c>Boards</c>.</param>
public sealed record Thing(string Name, string Subject, Audience Audience)
{
    /// <summary>Roles that may do it everywhere.</summary>
    public IReadOnlyList<string> Roles { get; } = Audience.RolesIn();

    /// <summary>Roles that may do it in the space they are held for.</summary>
    public IReadOnlyList<string> SpaceRoles { get; } = Audience is Audience.SpaceStaff or Audience.Facilitator ? Audience.SpaceRolesIn() : [];

    public bool IsFor(Caller caller) => caller.Roles.Any(Roles.Contains);

    public bool IsFor(Caller caller, string space) => IsFor(caller) || caller.SpaceRoles.Any(held => held.Space == space && SpaceRoles.Contains(held.Role));
}

/// <summary>All of them, as the requests themselves say.</summary>
public static class Things
{
    public static readonly IReadOnlyList<Thing> All = [.. typeof(Things).Assembly.GetTypes()
        .Select(type => (type.Name, Subject: type.Namespace?.Split('.')[^1] ?? "", type.GetCustomAttribute<AudienceAttribute>()?.Audience))
        .Where(t => t.Audience is not (null or Audience.Public or Audience.Submitter or Audience.Seat or Audience.Operator))
        .Select(t => new Thing(t.Name, t.Subject, t.Audience!.Value))
        .OrderBy(t => t.Audience).ThenBy(t => t.Name, StringComparer.Ordinal)];

    public static Thing? Named(string? name) => All.FirstOrDefault(t => t.Name == name);
}
