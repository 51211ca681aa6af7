using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Participation.Application.Consultations;
using Participation.Application.Ledger;
using Participation.Application.People;
using Participation.Data;
using Participation.Data.People;
using Participation.Domain.Consultations;
using Participation.Domain.Outcomes;
using Participation.Domain.People;
using Participation.TestKit;

namespace Participation.Web.Tests.Ledger;

/// <summary>The lists of offices and colleagues that work is handed to.</summary>
public sealed class HandingPagesTests(HandingPagesTests.Site site) : IClassFixture<HandingPagesTests.Site>
{
    public sealed class Site() : TestSite(DatabaseProvider.Sqlite);

    [Fact]
    public async Task Whoever_has_it_stays_chosen_though_their_office_is_closed_and_they_are_staff_no_longer()
    {
        var (slug, receipt) = await Received();
        var office = (await Send(new SaveOffice(null, $"港湾課{Guid.NewGuid():N}"[..12]))).Value;
        var person = (await Hire("平田 かもめ", 1))[0];
        var grant = (await Send(new GetPerson(person))).Value.Grants[0].Id;
        Assert.Null((await Send(new AssignSubmission(slug, receipt, office.Id, person, 0))).Why);
        Assert.Null((await Send(new CloseOffice(office.Id))).Why);
        Assert.Null((await Send(new TakeRole(grant, "異動"))).Why);

        var page = await Page($"/staff/consultations/{slug}/submissions/{receipt}");
        Assert.Equal((office.Name, "平田 かもめ"), (Chosen(page, "office"), Chosen(page, "assignee")));
    }

    [Fact]
    public async Task Of_more_offices_than_a_page_of_them_the_last_can_still_be_chosen()
    {
        for (var i = 0; i < 510; i++) Assert.Null((await Send(new SaveOffice(null, $"分室{i:000}"))).Why);
        var person = (await Hire("鵜住居 みさき", 1))[0];
        foreach (var address in new[] { $"/staff/people/{person}", "/staff/people" })
            Assert.Contains("分室509", (await Page(address)).QuerySelectorAll("option").Select(o => o.TextContent.Trim()));
    }

    [Fact]
    public async Task Where_colleagues_are_many_the_page_says_so_and_a_part_of_the_name_finds_who_was_not_listed()
    {
        var (slug, receipt) = await Received();
        await Hire("職員", ListDesk.PeopleAtMost);
        await Hire("唐丹 はまぎく", 1, prefix: "zz");
        var address = $"/staff/consultations/{slug}/submissions/{receipt}";
        var before = await Page(address);
        Assert.Contains("1000人までが並びます", before.QuerySelector("form[role=search] #find-hint")?.TextContent ?? before.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("唐丹 はまぎく", Names(before));
        var found = await Page($"{address}?find={Uri.EscapeDataString("はまぎく")}");
        Assert.Contains("唐丹 はまぎく", Names(found));
        Assert.Contains("1人が見つかりました。", found.Body!.TextContent, StringComparison.Ordinal);
    }

    static IEnumerable<string> Names(IHtmlDocument page) => page.QuerySelectorAll("#assignee option").Select(o => o.TextContent.Trim());

    static string? Chosen(IHtmlDocument page, string select) => page.QuerySelector($"#{select} option[selected]")?.TextContent.Trim();

    async Task<IHtmlDocument> Page(string address)
    {
        using var admin = await site.SignedIn("admin@example.jp");
        return new HtmlParser().ParseDocument(await admin.GetStringAsync(address));
    }

    async Task<(string Slug, string Receipt)> Received()
    {
        var slug = $"c-{Guid.NewGuid():N}";
        Assert.Null((await Send(new AnnounceConsultation { Slug = slug, Title = "後期基本計画（案）", Opens = "2025-11-25", Closes = "2025-12-25" })).Why);
        return (slug, (await Send(new SubmitOpinions(slug, Sender.Anonymous, [new("港を明るく")], Channel.Post, new DateOnly(2025, 12, 20)))).Value.ReceiptNumber);
    }

    async Task<IReadOnlyList<string>> Hire(string name, int many, string prefix = "a")
    {
        await using var scope = site.Services.CreateAsyncScope();
        var (db, seal) = (scope.ServiceProvider.GetRequiredService<AppDbContext>(), scope.ServiceProvider.GetRequiredService<AccountSeal>());
        var staff = new List<string>();
        for (var i = 0; i < many; i++)
        {
            var user = new User { Id = $"{prefix}{Guid.NewGuid():N}" };
            await seal.Keep(user, new(name, $"{user.Id}@example.jp"), default);
            db.Add(user);
            db.Add(RoleGrant.Give(user.Id, new(Roles.Staff, "担当"), Caller.Operator, DateTimeOffset.UnixEpoch.AddYears(50)).Value);
            staff.Add(user.Id);
        }
        await db.SaveChangesAsync();
        return staff;
    }

    async Task<Outcome<T>> Send<T>(IRequest<Outcome<T>> request)
    {
        await using var scope = site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerScope>().Current = Caller.Operator;
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }
}
