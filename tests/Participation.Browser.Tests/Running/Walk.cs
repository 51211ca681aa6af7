using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Participation.Browser.Tests.Running;

/// <summary>
/// Follows every link from the first page on, as somebody: each kind of page is looked at a few times, every other address is only
/// asked for.
/// </summary>
sealed partial class Walk(IPage page, string home)
{
    /// <summary>Of pages that differ in their words alone.</summary>
    const int OfOneKind = 3;

    static readonly string[] OurCookies = ["participation-session", ".AspNetCore.Culture", "participation-antiforgery", "participation-device", "participation-seat-", "participation-second-step", "furigana"];

    readonly Dictionary<string, (string From, string Fragment)> anchors = [];
    readonly Dictionary<string, string[]> ids = [];
    readonly Dictionary<string, string> titles = [];
    readonly Queue<(string Address, string From)> waiting = new();
    readonly HashSet<string> met = [];
    readonly Dictionary<string, int> kinds = [];

    public List<string> Faults { get; } = [];

    /// <summary>One address of each kind, with the title it bore.</summary>
    public Dictionary<string, (string Path, string Title)> Kinds { get; } = [];

    public async Task From(string language, params string[] starts)
    {
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(home, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
                Faults.Add($"{page.Url} asks {request.Url}");
        };
        foreach (var start in starts) Meet(home + start, "the start");
        while (waiting.TryDequeue(out var next))
        {
            var kind = KindOf(next.Address);
            var seen = kinds.GetValueOrDefault(kind);
            if (seen >= OfOneKind || IsFile(next.Address)) await Ask(next.Address, next.From);
            else
            {
                kinds[kind] = seen + 1;
                await Look(next.Address, next.From, language);
            }
        }
        foreach (var (address, (from, fragment)) in anchors)
        {
            var at = address.Split('#')[0];
            if (ids.TryGetValue(at, out var known) && !known.Contains(fragment)) Faults.Add($"{from} links to {address}, where there is no such place");
        }
        var foreign = (await page.Context.CookiesAsync()).Where(c => !OurCookies.Any(ours => c.Name.StartsWith(ours, StringComparison.Ordinal)) && !c.Name.StartsWith(".AspNetCore.Antiforgery", StringComparison.Ordinal));
        Faults.AddRange(foreign.Select(c => $"a cookie {c.Name}"));
    }

    async Task Look(string address, string from, string language)
    {
        var answer = await page.GotoAsync(address);
        if (answer is { Status: >= 400 }) Faults.Add($"{from} links to {address}: {answer.Status}");
        var facts = await PageFacts.Of(page);
        var path = new Uri(page.Url).PathAndQuery;
        ids[address] = facts.Ids;
        Faults.AddRange(facts.Faults.Select(fault => $"{path}: {fault}"));
        if (facts.Language != language) Faults.Add($"{path} says it is in {facts.Language}");
        var plain = new Uri(page.Url).AbsolutePath;
        if (string.IsNullOrWhiteSpace(facts.Title)) Faults.Add($"{path} has no title");
        else if (titles.TryGetValue(facts.Title, out var other) && other != plain) Faults.Add($"{path} bears the same title as {other}");
        else titles[facts.Title] = plain;
        Kinds.TryAdd(KindOf(page.Url), (path, facts.Title));
        foreach (var link in facts.Links) Meet(link, path);
    }

    async Task Ask(string address, string from)
    {
        var answer = await page.APIRequest.GetAsync(address);
        if (answer.Status >= 400) Faults.Add($"{from} links to {address}: {answer.Status}");
    }

    void Meet(string link, string from)
    {
        if (!link.StartsWith(home, StringComparison.Ordinal)) return;
        var parts = link.Split('#');
        if (parts is [_, { Length: > 0 } fragment]) anchors.TryAdd(link, (from, Uri.UnescapeDataString(fragment)));
        // Changing the language is another walk.
        if (parts[0].Contains("/language?", StringComparison.Ordinal)) return;
        if (met.Add(parts[0])) waiting.Enqueue((parts[0], from));
    }

    /// <summary>To be downloaded, not looked at.</summary>
    static bool IsFile(string address) => Path.HasExtension(new Uri(address).AbsolutePath);

    /// <summary>The address without what stands for one of many.</summary>
    static string KindOf(string address) =>
        Regex.Replace(Numbered().Replace(Passage().Replace(Slug().Replace(new Uri(address).PathAndQuery, "$1/…"), "$1…"), "$1…"), "=[^&]*", "=…");

    [GeneratedRegex("((?:/staff)?/consultations|/staff/people)/(?!(?:new|import)(?:$|\\?))[^/?]+")]
    private static partial Regex Slug();

    [GeneratedRegex("(/plan/|/submissions/)(?:p[^/?]+|[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})")]
    private static partial Regex Passage();

    [GeneratedRegex("(/(?:groups|answers)/)[0-9]+")]
    private static partial Regex Numbered();
}
