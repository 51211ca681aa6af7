using Microsoft.Playwright;
using Participation.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace Participation.Browser.Tests.Errands;

/// <summary>A phone in a hall, at poor reception: how much comes over the wire, and how soon one can write.</summary>
[Collection(Alone.Name)]
public sealed class WeightOfABoard(PublishedSite site) : IClassFixture<PublishedSite>
{
    /// <summary>Other programs on the machine can make a visit slower, never quicker.</summary>
    const int Visits = 5;

    const int MostBytes = 60 * 1024;
    const double MostMilliseconds = 1500;

    /// <summary>When the note box stood there to be written in: laid out, and painted with the rest.</summary>
    const string Watch = """
        const look = () => {
          const painted = performance.getEntriesByName('first-contentful-paint').length > 0;
          if (painted && document.querySelector('#text')?.checkVisibility()) window.boxAt = performance.now(); else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
        """;

    [Fact]
    public async Task Joining_is_light_and_the_note_box_is_there_at_once()
    {
        var workshop = await Workshop.Open(site, hidden: true);
        // What a server and a browser do once in their lives is not part of a visit.
        await Workshop.Write(await workshop.Join(0), "さきに来た人の声");
        var boxes = new List<double>();
        for (var i = 0; i < Visits && boxes.All(b => b > MostMilliseconds); i++) boxes.Add(await Visit(workshop.Code));
        Assert.InRange(boxes.Min(), 0, MostMilliseconds);
    }

    /// <returns>How long after pressing 参加する the note box stood there.</returns>
    async Task<double> Visit(string code)
    {
        var phone = await site.Visitor();
        var joining = await SlowVisit.Of(phone, () => phone.GotoAsync($"/b/{code}", new() { WaitUntil = WaitUntilState.Load }));
        Assert.InRange(joining.Bytes, 1, MostBytes);
        Assert.InRange(joining.Paint, 0, MostMilliseconds);
        Assert.Empty(joining.Fonts);
        Assert.Equal(0, joining.Shift);

        await phone.AddInitScriptAsync(Watch);
        var seated = await SlowVisit.Of(phone, async () =>
        {
            await phone.Locator("input[name=table]").First.CheckAsync();
            await phone.GetByRole(AriaRole.Button, new() { Name = "参加する" }).ClickAsync();
            await Expect(phone.Locator("[data-board][data-live=live]")).ToBeVisibleAsync();
        });
        Assert.InRange(seated.Bytes, 1, MostBytes);
        var box = await phone.EvaluateAsync<double>("() => window.boxAt");
        await phone.Context.CloseAsync();
        return box;
    }
}
