namespace Participation.Domain.Spaces;

/// <summary>A stretch of a process: まちの声を聞く, from a day until a day, both counted.</summary>
public sealed record Phase(string Name, DateOnly From, DateOnly Until)
{
    public bool Contains(DateOnly day) => From <= day && day <= Until;
}
