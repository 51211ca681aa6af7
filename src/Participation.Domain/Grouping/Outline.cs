namespace Participation.Domain.Grouping;

/// <summary>A text and the section of the plan it speaks of.</summary>
public sealed record OutlinedText(string? Section, string Text);

/// <param name="Title">A phrase that its texts share; null for those that share none.</param>
/// <param name="Texts">By their number among those given, in order.</param>
public sealed record OutlineSubject(string? Title, IReadOnlyList<int> Texts);

/// <summary>A section and what is spoken of in it, the most spoken of first.</summary>
public sealed record OutlineSection(string? Section, IReadOnlyList<OutlineSubject> Subjects);

/// <summary>
/// An outline to begin with, for staff to rename and rearrange: sections as they come, in each its subjects by the phrases that are
/// many there and few elsewhere. Each subject takes the texts that no greater one has, so that one text more moves few.
/// </summary>
public static class Outline
{
    public static IReadOnlyList<OutlineSection> Suggest(IReadOnlyList<OutlinedText> texts)
    {
        var phrases = texts.Select(t => Phrases.Of(t.Text)).ToArray();
        var having = phrases.SelectMany(p => p).CountBy(p => p, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return
        [
            .. texts.Index().GroupBy(t => t.Item.Section ?? "", t => t.Index).Select(section => new OutlineSection(
                section.Key is "" ? null : section.Key,
                [.. Subjects([.. section], phrases, phrase => Math.Log((texts.Count + 1.0) / having[phrase]))])),
        ];
    }

    static IEnumerable<OutlineSubject> Subjects(List<int> left, IReadOnlySet<string>[] phrases, Func<string, double> distinct)
    {
        while (left.Count > 1)
        {
            // Of two as good the longer says more.
            var best = left.SelectMany(text => phrases[text]).CountBy(phrase => phrase, StringComparer.Ordinal).Where(p => p.Value > 1)
                .OrderByDescending(p => p.Value * distinct(p.Key)).ThenByDescending(p => p.Key.Length).ThenBy(p => p.Key, StringComparer.Ordinal)
                .Select(p => p.Key).FirstOrDefault();
            if (best is null) break;
            yield return new(best, [.. left.Where(text => phrases[text].Contains(best))]);
            left.RemoveAll(text => phrases[text].Contains(best));
        }
        if (left.Count > 0) yield return new(null, [.. left]);
    }
}
