using Participation.Domain.Consultations;

namespace Participation.Data.Search;

/// <summary>
/// Words of the index that no text holds: of what kind an entry is, whose, by which channel. A common word of a rare channel is found
/// where the two meet; asked of the rows afterwards, all that hold the word would be read.
/// </summary>
static class SearchMarks
{
    public static string Kind(string kind) => $"§{kind}";

    public static string Subject(int subject) => $"§{subject}";

    public static string Channel(string channel) => $"§§{channel}";

    public static IEnumerable<string> Of(string kind, int subject, string? channel) =>
        channel is null ? [Kind(kind), Subject(subject)] : [Kind(kind), Subject(subject), Channel(channel)];
}

/// <summary>What an index is asked to leave out by itself.</summary>
/// <param name="Subjects">Only of these; of all where there are none named.</param>
public sealed record SearchWithin(IReadOnlyList<int> Subjects, Channel? Channel = null)
{
    public static readonly SearchWithin Everything = new([]);
}
