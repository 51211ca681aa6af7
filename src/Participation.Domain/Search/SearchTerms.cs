using System.Buffers;

namespace Participation.Domain.Search;

/// <summary>What somebody looks for: every term must be there. Words in quotes (「」, ”” or "") are one term.</summary>
public sealed record SearchTerms(IReadOnlyList<string> All)
{
    /// <summary>As much as anybody types.</summary>
    public const int LongestQuery = 100;

    /// <summary>More add work and find nothing.</summary>
    public const int Most = 8;

    static readonly SearchValues<char> Opening = SearchValues.Create("\"“”＂「『");
    static readonly SearchValues<char> Closing = SearchValues.Create("\"“”＂」』");

    public bool None => All.Count is 0;

    public static SearchTerms Of(string? query)
    {
        var terms = new List<string>();
        if (query is not { Length: > 0 and <= LongestQuery }) return new(terms);
        var rest = query.AsSpan();
        while (!rest.IsEmpty)
        {
            var quote = rest.IndexOfAny(Opening);
            terms.AddRange(SearchText.Fold((quote < 0 ? rest : rest[..quote]).ToString()).Split(' ', StringSplitOptions.RemoveEmptyEntries));
            if (quote < 0) break;
            rest = rest[(quote + 1)..];
            var end = rest.IndexOfAny(Closing);
            // A quote that nobody closed is one that nobody meant.
            if (end < 0) continue;
            var phrase = SearchText.Fold(rest[..end].ToString());
            if (phrase.Length > 0) terms.Add(phrase);
            rest = rest[(end + 1)..];
        }
        return new([.. terms.Distinct().Take(Most)]);
    }
}
