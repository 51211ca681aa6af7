using Participation.Domain.Plans.Reading;

namespace Participation.Domain.Plans;

/// <summary>Parts a heading as it is written into the plan's own number and the title: 「1-1 場をつくる」.</summary>
public static class HeadingNumber
{
    /// <summary>The number is null where the heading has none, or is nothing but a number.</summary>
    public static (string? Number, string Title) Split(string heading)
    {
        heading = heading.Trim();
        return MarkParser.Parse(heading) is { IsStructural: true } mark && mark.Length < heading.Length
            ? (heading[..mark.Length], heading[mark.Length..].TrimStart())
            : (null, heading);
    }
}
