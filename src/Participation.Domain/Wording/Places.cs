using System.Text.RegularExpressions;

namespace Participation.Domain.Wording;

/// <summary>Places in what a city writes that are filled in the reader's habit: <c>{opens}</c>, <c>{closes}</c>, <c>{days}</c>. Other braces are text.</summary>
public static partial class Places
{
    public static IEnumerable<string> In(string text) => Shape().Matches(text).Select(m => m.Groups[1].Value).Distinct();

    public static string Fill(string text, Func<string, string> value) => Shape().Replace(text, m => value(m.Groups[1].Value));

    [GeneratedRegex(@"\{(opens|closes|days)\}")]
    private static partial Regex Shape();
}
