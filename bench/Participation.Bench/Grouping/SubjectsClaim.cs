using Participation.Bench.Running;
using Participation.Documents.Csv;
using Participation.Domain.Grouping;

namespace Participation.Bench.Grouping;

/// <summary>Groups suggested for real opinions against those that a ministry made of them by hand, beside what anybody would write first.</summary>
static class SubjectsClaim
{
    public static Task Measure()
    {
        var (texts, groups) = Read("moe-opinions.csv", "group");
        var suggested = Judged(texts.Count, MeaningGroups.Suggest(texts).Select(g => g.Texts), groups);
        var plain = Judged(texts.Count, PlainTfIdf.Groups(texts, 0.35), groups);
        Print.Ratio("subjects-precision", suggested.Precision);
        Print.Ratio("subjects-gain", suggested.F1 - plain.F1);
        Tell("subjects", suggested);
        Tell("subjects-plain", plain);
        Print.Figure("subjects-opinions", texts.Count, "opinions");

        // Another city's, by its own categories: wider than one meaning, so that only precision says something.
        var (others, categories) = Read("ichinoseki-opinions.csv", "category", "no");
        Tell("subjects-other", Judged(others.Count, MeaningGroups.Suggest(others).Select(g => g.Texts), categories));
        HowItWasChosen(others, categories);
        return Task.CompletedTask;
    }

    /// <summary>Ours has opinions of fifteen meanings in as many words as people use, and sixteen that stand alone.</summary>
    static void HowItWasChosen(IReadOnlyList<string> others, IReadOnlyList<string> categories)
    {
        var (own, meanings) = Table(OwnOpinions(), "group");
        Tell("subjects-own", Judged(own.Count, MeaningGroups.Suggest(own).Select(g => g.Texts), meanings));
        Tell("subjects-own-plain", Judged(own.Count, PlainTfIdf.Groups(own, 0.35), meanings));
        for (var alike = 0.23; alike < 0.315; alike += 0.01)
        {
            var (ours, theirs) = (At(own, meanings), At(others, categories));
            Print.Figure($"subjects-at-{alike:F2}", ours.Precision, $"precision (ours, F1 {ours.F1:F3}), {theirs.Precision:F3} (another city's)");
            BCubed At(IReadOnlyList<string> texts, IReadOnlyList<string> truth) => Judged(texts.Count, MeaningGroups.Suggest(texts, alike: alike).Select(g => g.Texts), truth);
        }
    }

    static byte[] OwnOpinions()
    {
        using var stream = typeof(SubjectsClaim).Assembly.GetManifestResourceStream("own-opinions.csv")!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    static void Tell(string name, BCubed judged)
    {
        Print.Figure($"{name}-b3-precision", judged.Precision, "share");
        Print.Figure($"{name}-b3-recall", judged.Recall, "share");
        Print.Figure($"{name}-b3-f1", judged.F1, "share");
        Print.Figure($"{name}-groups", judged.Groups, "groups");
        Print.Figure($"{name}-grouped", judged.Grouped, "opinions");
    }

    static BCubed Judged(int count, IEnumerable<IReadOnlyList<int>> found, IReadOnlyList<string> truth)
    {
        var set = Enumerable.Range(0, count).Select(i => -1 - i).ToArray();
        foreach (var (texts, number) in found.Where(f => f.Count > 1).Select((f, i) => (f, i)))
            foreach (var text in texts) set[text] = number;
        return BCubed.Of(set, truth);
    }

    static (IReadOnlyList<string> Texts, IReadOnlyList<string> Groups) Read(string name, string group, params string[] besides)
    {
        var folder = Environment.GetEnvironmentVariable("PARTICIPATION_DATA") is { Length: > 0 } said ? said : Path.Combine("..", "shared", "data");
        var path = Path.Combine(folder, name);
        if (!File.Exists(path)) throw new BenchException($"{path} is not there: set PARTICIPATION_DATA to the folder of the real opinions");
        return Table(File.ReadAllBytes(path), group, besides);
    }

    static (IReadOnlyList<string> Texts, IReadOnlyList<string> Groups) Table(byte[] csv, string group, params string[] besides)
    {
        var rows = CsvTable.Read(csv, [.. besides, group, "text"]);
        return ([.. rows.Select(r => r["text"])], [.. rows.Select(r => r[group])]);
    }
}
