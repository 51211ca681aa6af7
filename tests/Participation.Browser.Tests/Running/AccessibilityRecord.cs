using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Participation.TestKit;

namespace Participation.Browser.Tests.Running;

/// <summary>
/// What the run found, written where PARTICIPATION_ACCESSIBILITY_RESULTS says (tools/accessibility-report): the results page shows it.
/// </summary>
public sealed class AccessibilityRecord : IDisposable
{
    const string Variable = "PARTICIPATION_ACCESSIBILITY_RESULTS";

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    readonly ConcurrentDictionary<string, bool> checks = new();
    readonly ConcurrentDictionary<(string Who, string Path), Page> pages = new();

    public string Browser { get; set; } = "";

    /// <summary>Said once a check of ours has held; a word on the results page says what it is.</summary>
    internal void Held(params string[] names)
    {
        foreach (var name in names) checks[name] = true;
    }

    internal void Add(string who, string path, string title, string state, AxeResult found)
    {
        var page = pages.GetOrAdd((who, path), _ => new(title));
        if (state.StartsWith("ja ", StringComparison.Ordinal)) page.Title = title;
        page.States.Add(state);
        page.Passed.Add([.. found.Passed]);
        page.Violations.UnionWith(found.Violations.Select(v => v.Split(':')[0]));
    }

    public void Dispose()
    {
        if (pages.IsEmpty || Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } file) return;
        var version = typeof(Web.Hosting.Settings).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
        File.WriteAllText(file, JsonSerializer.Serialize(
            new
            {
                at = TimeProvider.System.GetUtcNow(),
                version = version ?? "",
                tool = $"axe-core {Axe.Version}",
                browser = $"Chromium {Browser}",
                rules = pages.Values.SelectMany(p => p.Passed.SelectMany(s => s).Concat(p.Violations)).Distinct().Order(StringComparer.Ordinal),
                checks = checks.Keys.Order(StringComparer.Ordinal),
                pages = pages.OrderBy(p => p.Key.Who is "visitor" ? 0 : 1).ThenBy(p => p.Key, Comparer<(string, string)>.Default).Select(p => new
                {
                    path = p.Key.Path, title = p.Value.Title, who = p.Key.Who, states = p.Value.States.Order(StringComparer.Ordinal),
                    passed = p.Value.Passed.Aggregate((a, b) => [.. a.Intersect(b)]).Count, violations = p.Value.Violations.Order(StringComparer.Ordinal),
                }),
            }, Json) + "\n");
    }

    sealed class Page(string title)
    {
        public string Title { get; set; } = title;
        public HashSet<string> States { get; } = [];
        public List<HashSet<string>> Passed { get; } = [];
        public HashSet<string> Violations { get; } = [];
    }
}
