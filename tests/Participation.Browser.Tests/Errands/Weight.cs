using Microsoft.Playwright;
using Participation.Browser.Tests.Running;

namespace Participation.Browser.Tests.Errands;

/// <summary>A first visit on a phone at slow 4G, to the program as a city serves it.</summary>
[Collection(Alone.Name)]
public sealed class Weight(PublishedSite site) : IClassFixture<PublishedSite>
{
    /// <summary>Other programs on the machine can make a visit slower, never quicker.</summary>
    const int Visits = 5;

    const int MostBytes = 100 * 1024;
    const double MostMilliseconds = 1000;

    [Fact]
    public async Task What_is_for_designers_is_not_served_to_a_city() =>
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await site.Program.Http.GetAsync("/styleguide")).StatusCode);

    [Theory]
    [InlineData("/")]
    [InlineData("/consultations/plan-2030")]
    [InlineData("/consultations/plan-2030/plan")]
    [InlineData("/consultations/plan-2030/submit")]
    [InlineData("/search?q=市")]
    [InlineData("/accessibility")]
    public async Task A_first_visit_is_light_quick_and_still(string path)
    {
        // What a server and a browser do once in their lives is not part of a first visit.
        await site.Program.Http.GetStringAsync(path);
        await (await site.Visitor()).GotoAsync("/receipts");
        var paints = new List<double>();
        for (var i = 0; i < Visits && paints.All(p => p > MostMilliseconds); i++) paints.Add(await Visit(path));
        Assert.InRange(paints.Min(), 0, MostMilliseconds);
    }

    /// <returns>When the first words stood there.</returns>
    async Task<double> Visit(string path)
    {
        var page = await site.Visitor();
        var visit = await SlowVisit.Of(page, () => page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Load }));
        await page.Context.CloseAsync();

        Assert.InRange(visit.Bytes, 1, MostBytes);
        Assert.Empty(visit.Fonts);
        Assert.Equal(0, visit.Shift);
        return visit.Paint;
    }
}

/// <summary>What is measured by the clock runs when nothing else does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public static class Alone
{
    public const string Name = "alone";
}
