using System.Diagnostics;
using Participation.Bench.Running;
using Participation.Domain.Grouping;

namespace Participation.Bench.Grouping;

/// <summary>A national call's comments put into groups, against the planted truth and against one pass of plain hashing.</summary>
static class GroupClaim
{
    const int Rounds = 5;
    /// <summary>A copy that has strayed further from its original than this is another text.</summary>
    const double Planted = 0.8;

    public static Task Measure()
    {
        var comments = GeneratedComments.Make();
        Print.Figure("group-comments", comments.Texts.Count, "comments");
        Print.Figure("group-characters", comments.Texts.Sum(t => (long)t.Length), "characters");

        IReadOnlyList<Placed> placed = [];
        var (bare, real) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            bare.Add(Time(() => PlainHashing(comments.Texts)));
            real.Add(Time(() => placed = new LetterGroups().PlaceAll(comments.Texts)));
        }
        var (recall, precision) = Judge(comments, placed);
        Print.Ratio("group-recall", recall);
        Print.Ratio("group-precision", precision);
        Print.Ratio("group-cost", real.Zip(bare, (r, b) => r / b).Median());
        Print.Figure("group-time", real.Median() * 1000, "ms");
        Print.Figure("group-plain-hashing", bare.Median() * 1000, "ms");
        Print.Figure("group-groups", placed.Max(p => p.Group) + 1, "groups");
        foreach (var kind in Enum.GetValues<Placing>()) Print.Figure($"group-{kind}".ToLowerInvariant(), placed.Count(p => p.As == kind), "comments");
        Arriving(comments);
        Print.Figure("group-peak-memory", Process.GetCurrentProcess().PeakWorkingSet64 / 1024.0 / 1024, "MB");
        return Task.CompletedTask;
    }

    /// <summary>What anybody would write first: the same text, the same bucket.</summary>
    static void PlainHashing(IReadOnlyList<string> texts)
    {
        var seen = new Dictionary<string, int>();
        foreach (var text in texts) seen[text] = seen.GetValueOrDefault(text) + 1;
        GC.KeepAlive(seen);
    }

    static void Arriving(GeneratedComments comments)
    {
        var groups = new LetterGroups();
        groups.PlaceAll(comments.Texts);
        var late = GeneratedComments.Make(seed: 7, count: 4_000, originals: 2_000).Texts;
        var times = late.Select(text => Time(() => groups.Place(text)) * 1000).Order().ToList();
        Print.Figure("group-arriving-p50", times[times.Count / 2], "ms");
        Print.Figure("group-arriving-p99", times[times.Count * 99 / 100], "ms");
        Print.Figure("group-arriving-max", times[^1], "ms");
    }

    /// <summary>By pairs: of those planted together, how many were found together; of those found together, how many were planted so.</summary>
    static (double Recall, double Precision) Judge(GeneratedComments comments, IReadOnlyList<Placed> placed)
    {
        var originals = comments.OriginalTexts.Select(t => Sketch.Of(ComparableText.Of(t))).ToArray();
        var kept = Enumerable.Range(0, placed.Count).AsParallel().AsOrdered()
            .Where(i => Sketch.Of(ComparableText.Of(comments.Texts[i])).LikenessTo(originals[comments.OriginOf[i]]) >= Planted)
            .Select(i => (Origin: comments.OriginOf[i], placed[i].Group)).ToList();
        Print.Figure("group-within-likeness", kept.Count, "comments");
        double Pairs<TKey>(Func<(int Origin, int Group), TKey> key) where TKey : notnull =>
            kept.GroupBy(key).Sum(g => (double)g.Count() * (g.Count() - 1) / 2);
        var both = Pairs(k => k);
        return (both / Pairs(k => k.Origin), both / Pairs(k => k.Group));
    }

    static double Time(Action work)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
