using System.Text.RegularExpressions;
using Participation.TestKit;

namespace Participation.Web.Tests.Pages;

/// <summary>After years there are more calls than a page holds.</summary>
public sealed partial class ListPagesTests(SiteOnSqlite site) : IClassFixture<SiteOnSqlite>
{
    [Fact]
    public async Task Home_shows_what_runs_and_the_newest_of_what_is_over_and_the_list_has_them_all()
    {
        for (var i = 0; i < 25; i++) await Announce($"old-{i}", "2025-10-01", "2025-10-31");
        await Announce("running", "2025-12-25", "2026-01-23");

        var home = await site.Http.GetStringAsync("/");
        Assert.Contains("/consultations/running\"", home, StringComparison.Ordinal);
        Assert.Contains("/consultations/old-24\"", home, StringComparison.Ordinal);
        Assert.DoesNotContain("/consultations/old-0\"", home, StringComparison.Ordinal);
        Assert.Contains("href=\"/consultations\"", home, StringComparison.Ordinal);

        var (seen, address) = (new List<string>(), "/consultations");
        while (address is not null)
        {
            var page = await site.Http.GetStringAsync(address);
            seen.AddRange(Call().Matches(page).Select(m => m.Groups[1].Value));
            address = Older().Match(page) is { Success: true } older ? older.Groups[1].Value : null;
        }
        Assert.Equal(25, seen.Count(slug => slug.StartsWith("old-", StringComparison.Ordinal)));
        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Equal("running", seen[0]);
    }

    async Task Announce(string slug, string opens, string closes)
    {
        var body = new { slug, title = $"案 {slug}", summary = "", opens, closes, timeZone = "Asia/Tokyo", minimumDays = 30, requiredFields = Array.Empty<string>(), channels = new[] { new { channel = "web", rule = "arrival" } } };
        using var answer = await site.Call(HttpMethod.Post, "/api/v1/consultations", body, "staff");
        answer.EnsureSuccessStatusCode();
    }

    [GeneratedRegex("href=\"/consultations/([a-z0-9-]+)\"")]
    private static partial Regex Call();

    [GeneratedRegex("href=\"(/consultations\\?after=[0-9]+)\"")]
    private static partial Regex Older();
}
