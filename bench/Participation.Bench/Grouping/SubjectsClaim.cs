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
        return Task.CompletedTask;
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
        var rows = CsvTable.Read(File.ReadAllBytes(path), [.. besides, group, "text"]);
        return ([.. rows.Select(r => r["text"])], [.. rows.Select(r => r[group])]);
    }
}
