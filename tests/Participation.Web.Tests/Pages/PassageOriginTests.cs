using System.Net;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Participation.Application.Answering;
using Participation.Application.Consultations;
using Participation.Application.People;
using Participation.Application.Plans;
using Participation.Domain.Consultations;
using Participation.Domain.Outcomes;
using Participation.Domain.People;
using Participation.TestKit;

namespace Participation.Web.Tests.Pages;

/// <summary>After publication a passage leads to the opinions that changed it, and they lead to it.</summary>
public sealed class PassageOriginTests(SiteOnSqlite site) : IClassFixture<SiteOnSqlite>
{
    static readonly Caller Writer = As("writer", Roles.Staff), Colleague = As("colleague", Roles.Staff), Approver = As("approver", Roles.Approver);

    [Fact]
    public async Task A_changed_passage_and_the_opinion_that_changed_it_lead_to_each_other()
    {
        var slug = $"c-{Guid.NewGuid():N}";
        await Done(new AnnounceConsultation { Slug = slug, Title = "みちの計画（案）", Opens = "2025-11-25", Closes = "2025-12-25", ReflectionCodes = ["反映"] });
        await Done(new ImportPlan(slug, PlanFormat.Markdown, "# 第1章 みち\n\n歩道を広げます。\n\n並木を植えます。\n"u8.ToArray()));
        var passage = (await Send(new GetPlan(slug), Writer)).Value.Passages().First();
        await Done(new SubmitOpinions(slug, Sender.Anonymous, [new("車いすで通れる幅にしてください。", passage.Anchor)], Channel.Post, new DateOnly(2025, 12, 20)));
        await Done(new BeginAnswering(slug));
        await Done(new LayOutAnswers(slug));
        var row = (await Send(new ListAnswers(slug), Writer)).Value.Items[0];
        await Done(new SaveAnswer(slug, new(row.Number, 0), "車いすで通れる幅に。", "広げます。", "反映", Changes: [new(passage.Anchor, "歩道を車いすの幅に広げます。")]));
        await Done(new CheckAnswers(slug, [new(row.Number, 1)]), Colleague);
        var seen = (await Send(new ListAnswers(slug), Writer)).Value.Items[0].Version;
        await Done(new ApproveAnswers(slug, [new(row.Number, seen)]), Approver);
        await Done(new PublishResult(slug), Approver);

        var became = (await Send(new GetPublishedResult(slug), Writer)).Value.Revisions[0].NewAnchor!;
        var changed = await Page($"/consultations/{slug}/plan/{became}");
        foreach (var words in new[] { "この箇所を変えた意見", "歩道を広げます。", "車いすで通れる幅に。", $"/consultations/{slug}/answers?after=0#row-1" }) Assert.Contains(words, changed, StringComparison.Ordinal);
        foreach (var address in new[] { $"/consultations/{slug}", $"/consultations/{slug}/plan/{passage.Anchor}", $"/consultations/{slug}/answers" })
            Assert.Contains($"/consultations/{slug}/plan/{became}", await Page(address), StringComparison.Ordinal);
        Assert.DoesNotContain("この箇所を変えた意見", await Page($"/consultations/{slug}/plan/{(await Send(new GetPlan(slug), Writer)).Value.Passages().Last().Anchor}"), StringComparison.Ordinal);
    }

    async Task<string> Page(string address) => WebUtility.HtmlDecode(await site.Http.GetStringAsync(new Uri(address, UriKind.Relative)));

    async Task Done<T>(IRequest<Outcome<T>> request, Caller? caller = null) => Assert.Null((await Send(request, caller ?? Writer)).Why);

    async Task<Outcome<T>> Send<T>(IRequest<Outcome<T>> request, Caller caller)
    {
        await using var scope = site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerScope>().Current = caller;
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    static Caller As(string name, string role) => new() { ActorId = name, UserId = name, Roles = new HashSet<string> { role } };
}
