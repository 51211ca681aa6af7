using System.Text.Json;

namespace Participation.Web.Pages.Accessibility;

/// <summary>What the last run of the browser tests found, as they wrote it (tools/accessibility-report puts the file in place).</summary>
/// <param name="Rules">axe's rules that found something to look at.</param>
/// <param name="Checks">Our own checks; each has a word <c>Accessibility.Check.{name}</c>.</param>
public sealed record AccessibilityResults(
    DateTimeOffset At, string Version, string Tool, string Browser, IReadOnlyList<string> Rules, IReadOnlyList<string> Checks,
    IReadOnlyList<AccessibilityPage> Pages)
{
    static readonly Lazy<AccessibilityResults?> Last = new(Read);

    /// <summary>Null when the tests were never run for the record.</summary>
    public static AccessibilityResults? Latest => Last.Value;

    public int Violations => Pages.Sum(p => p.Violations.Count);

    /// <summary>The version, and as much of its commit as tells it from others.</summary>
    public string ShortVersion => Version.Split('+') is [var number, { Length: > 7 } commit] ? $"{number}+{commit[..7]}" : Version;

    static AccessibilityResults? Read()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "seeds", "reference", "accessibility.json");
        return File.Exists(file) ? JsonSerializer.Deserialize<AccessibilityResults>(File.ReadAllText(file), JsonSerializerOptions.Web) : null;
    }
}

/// <param name="Who">visitor, staff or administrator.</param>
/// <param name="States">Language and colours it was looked at in: <c>ja light</c>.</param>
/// <param name="Passed">How many rules held in all states.</param>
public sealed record AccessibilityPage(
    string Path, string Title, string Who, IReadOnlyList<string> States, int Passed, IReadOnlyList<string> Violations);
