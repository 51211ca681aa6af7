namespace Participation.Domain.Spaces;

/// <summary>会場別参加者: how many came to one meeting of a process. Heads are counted, nobody is named.</summary>
/// <param name="Group">What has a subtotal of its own: a district, a kind of meeting; empty for none.</param>
public sealed record VenueCount(string Group, string Venue, DateOnly Day, int People);

/// <summary>Meetings of one group, in the order they were written down.</summary>
public sealed record VenueGroup(string Name, IReadOnlyList<VenueCount> Meetings)
{
    /// <summary>小計.</summary>
    public int People => Meetings.Sum(m => m.People);
}
