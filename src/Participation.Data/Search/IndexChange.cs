using Participation.Domain.Consultations;
using Participation.Domain.Search;

namespace Participation.Data.Search;

/// <summary>Which row an entry stands for.</summary>
public sealed record SearchKey(string Kind, int Subject, long Number = 0, string Anchor = "");

/// <summary>What is to be findable: the key, and the words as they stand in the row.</summary>
/// <param name="By">The channel it came by, which never changes.</param>
public sealed record SearchDraft(SearchKey Key, string Words, Channel? By = null)
{
    public string? Channel { get; } = By?.ToString();

    public string Folded { get; } = SearchText.Fold(Words);
}

/// <summary>What events change in the index. Said twice, it changes nothing more.</summary>
public sealed class IndexChange
{
    /// <summary>Kinds of a subject that are written anew, in the order of <see cref="Put"/>.</summary>
    public List<(string Kind, int Subject)> Clear { get; } = [];

    public List<SearchKey> Remove { get; } = [];

    public List<SearchDraft> Put { get; } = [];

    public int Size => Clear.Count + Remove.Count + Put.Count;
}
