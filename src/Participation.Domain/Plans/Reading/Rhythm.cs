namespace Participation.Domain.Plans.Reading;

/// <summary>
/// A heading that comes back once in every section of a series belongs to those sections: 指標 at the end of each 基本方針
/// stands under it, not under the last (3) before it.
/// </summary>
sealed class Rhythm
{
    readonly Dictionary<string, List<int>> series = [];
    readonly Dictionary<string, List<int>> titles = [];
    readonly Dictionary<string, HashSet<string>> beats = [];

    public Rhythm(IReadOnlyList<Block> blocks, Verdict[] verdicts)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            if (verdicts[i].Kind == HeadingKind.Numbered) Note(series, blocks[i].Mark!.Key, i);
            else if (verdicts[i].Kind == HeadingKind.Known) Note(titles, Folded.Of(blocks[i].Text), i);
        }
    }

    public bool Beats(string title, string key)
    {
        var folded = Folded.Of(title);
        if (!beats.TryGetValue(folded, out var keys))
            beats[folded] = keys = [.. series.Keys.Where(series => IsOncePer(titles.GetValueOrDefault(folded, []), this.series[series]))];
        return keys.Contains(key);
    }

    static bool IsOncePer(List<int> places, List<int> starts)
    {
        if (places.Count < 2) return false;
        var at = starts.BinarySearch(places[0]) is var found && found < 0 ? ~found : found;
        if (at == 0) return false;
        for (var i = 1; i < places.Count; i++, at++)
        {
            // Exactly one start between this place and the one before.
            if (at >= starts.Count || starts[at] > places[i] || at + 1 < starts.Count && starts[at + 1] < places[i]) return false;
        }
        return true;
    }

    static void Note(Dictionary<string, List<int>> lists, string key, int i)
    {
        if (!lists.TryGetValue(key, out var list)) lists[key] = list = [];
        list.Add(i);
    }
}
