using Microsoft.Extensions.DependencyInjection;
using Participation.Application.Answering;
using Participation.Application.Consultations;
using Participation.Application.Grouping;
using Participation.Application.Plans;
using Participation.Domain.Consultations;
using Participation.Domain.People;
using Participation.TestKit;

namespace Participation.Application.Tests.Answering;

/// <summary>A case on its way from the close to its publication.</summary>
static class Answers
{
    public static readonly Caller Writer = TestApp.Staff;
    public static readonly Caller Colleague = TestApp.Staff with { ActorId = "staff-2", UserId = "staff-2" };
    public static readonly Caller Approver = new() { ActorId = "approver-1", UserId = "approver-1", Roles = new HashSet<string> { Roles.Approver } };

    public const string Plan = "# 第1章 くらし\n\n## 1 道路\n\n歩道を広げます。\n\n並木を植えます。\n\n## 2 学び\n\n図書館を夜八時まで開けます。\n";

    /// <summary>Announced, written to, closed, laid out: one row for each of the texts that differ.</summary>
    public static async Task<(string Slug, IReadOnlyList<Receipt> Receipts)> Answering(this TestApp app, params string[] texts)
    {
        app.Clock.Now = new DateTimeOffset(2026, 1, 5, 12, 0, 0, TimeSpan.FromHours(9));
        var slug = await app.Announce(s => s with { ReflectionCodes = ["反映", "参考", "その他"] });
        Assert.False((await app.Send(new ImportPlan(slug, PlanFormat.Markdown, System.Text.Encoding.UTF8.GetBytes(Plan)), TestApp.Staff)).Refused);
        var receipts = new List<Receipt>();
        foreach (var text in texts) receipts.Add(await app.Submit(slug, text));
        await app.Services.GetRequiredService<ArrivalGrouper>().CatchUp(0, CancellationToken.None);
        app.Clock.Now = new DateTimeOffset(2026, 1, 24, 9, 0, 0, TimeSpan.FromHours(9));
        Assert.False((await app.Send(new BeginAnswering(slug), TestApp.Staff)).Refused);
        Assert.False((await app.Send(new LayOutAnswers(slug), TestApp.Staff)).Refused);
        return (slug, receipts);
    }

    public static async Task<AnswersView> Board(this TestApp app, string slug) => (await app.Send(new ListAnswers(slug, Limit: 500), Writer)).Value;

    public static async Task<AnswerDone> Draft(this TestApp app, string slug, AnswerRow row, string text = "ご意見を踏まえて進めます。", IReadOnlyList<PassageWords>? changes = null) =>
        (await app.Send(new SaveAnswer(slug, new(row.Number, row.Version), $"番号{row.Number}の概要", text, "参考", Changes: changes), Writer)).Value;

    /// <summary>Drafted by one, checked by another, approved by a third.</summary>
    public static async Task ApproveAll(this TestApp app, string slug, IReadOnlyList<PassageWords>? changes = null)
    {
        foreach (var row in (await app.Board(slug)).Items.Where(r => r.State is null)) await app.Draft(slug, row, changes: changes);
        Assert.False((await app.Send(new CheckAnswers(slug, await Seen(app, slug)), Colleague)).Refused);
        Assert.False((await app.Send(new ApproveAnswers(slug, await Seen(app, slug)), Approver)).Refused);
    }

    public static async Task<IReadOnlyList<AnswerSeen>> Seen(TestApp app, string slug) => [.. (await app.Board(slug)).Items.Select(r => new AnswerSeen(r.Number, r.Version))];
}
