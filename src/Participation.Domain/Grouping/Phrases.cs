using Participation.Domain.Plans;

namespace Participation.Domain.Grouping;

/// <summary>Phrases that could title a subject: 街灯, 市営バス, バスの本数.</summary>
static class Phrases
{
    const int AtLeast = 2, AtMost = 24;

    public static IReadOnlySet<string> Of(string text)
    {
        var phrases = new HashSet<string>(StringComparer.Ordinal);
        var runs = ScriptRuns.Of(MeaningText.Of(text).Plain);
        for (var at = 0; at < runs.Length; at++)
        {
            if (!IsWord(runs[at])) continue;
            var phrase = runs[at];
            Add(phrase);
            if (at + 1 < runs.Length && IsWord(runs[at + 1])) Add(phrase + runs[at + 1]);
            else if (at + 2 < runs.Length && runs[at + 1] is "の" && IsWord(runs[at + 2])) Add($"{phrase}の{runs[at + 2]}");
        }
        return phrases;

        void Add(string phrase)
        {
            if (phrase.Length is >= AtLeast and <= AtMost) phrases.Add(phrase);
        }
    }

    static bool IsWord(string run) => WordRun.Of(run, "", 1) is not null;
}
