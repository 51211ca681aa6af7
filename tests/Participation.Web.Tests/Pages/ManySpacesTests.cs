using AngleSharp.Html.Parser;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Participation.Application.People;
using Participation.Application.Spaces;
using Participation.Data;
using Participation.Domain.People;
using Participation.TestKit;

namespace Participation.Web.Tests.Pages;

public sealed class ManySpacesTests(ManySpacesTests.Site site) : IClassFixture<ManySpacesTests.Site>
{
    public sealed class Site() : TestSite(DatabaseProvider.Sqlite);

    [Fact]
    public async Task The_oldest_of_more_spaces_than_a_page_holds_can_still_be_chosen()
    {
        var tag = $"{Guid.NewGuid():N}"[..8];
        await using (var scope = site.Services.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<CallerScope>().Current = Caller.Operator;
            var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
            for (var n = 0; n < 510; n++) Assert.Null((await mediator.Send(new SaveSpace { Slug = $"{tag}-{n}", Title = $"場 {n}", Key = $"{tag}-{n}" })).Why);
        }
        using var admin = await site.SignedIn("admin@example.jp");
        var person = await site.Services.AccountOf("citizen@example.jp");
        foreach (var page in new[] { $"/staff/people/{person}", "/staff/consultations/new", "/staff/sessions/new" })
        {
            var choices = new HtmlParser().ParseDocument(await admin.GetStringAsync(page)).QuerySelectorAll("option").Select(o => o.GetAttribute("value")).ToList();
            Assert.Contains($"{tag}-0", choices);
            Assert.Contains($"{tag}-509", choices);
        }
    }
}
