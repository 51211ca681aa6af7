using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Answering;
using Participation.Domain.Outcomes;
using Participation.Domain.Time;

namespace Participation.Application.Answering;

/// <summary>回答の進み具合: how far each office is, what is late, and the answers page by page.</summary>
/// <param name="Office">Only what this office has in hand; 0 for what none has.</param>
/// <param name="After">The number after which the page begins.</param>
[Audience(Audience.SpaceStaff)]
public sealed record ListAnswers(string Slug, int? Office = null, AnswerFilter? State = null, int After = 0, int Limit = 50) : IRequest<Outcome<AnswersView>>;

/// <summary>How far answers are, as staff ask for it.</summary>
public enum AnswerFilter
{
    Blank,
    Drafted,
    SentBack,
    Checked,
    Approved,
}

/// <param name="Ungrouped">Opinions that no row answers.</param>
/// <param name="Late">Whether the day that was set is over.</param>
public sealed record AnswersView(
    IReadOnlyList<AnswerRow> Items, int? Next, IReadOnlyList<OfficeProgress> Offices, AnswerProgress All, int Ungrouped, DateOnly? Due, bool Late, bool MayApprove);

public sealed record OfficeProgress(string? Name, AnswerProgress Progress);

/// <param name="Version">Of the answer; 0 while nobody wrote.</param>
/// <param name="Summary">意見の概要; until it is written, what the group is called, or its first words.</param>
public sealed record AnswerRow(
    int Number, int Version, int Total, string? Section, string Summary, ResponseState? State, string? Reflection, bool ChangesPlan, string? Remark, int? Office, string? Assignee);

sealed class ListAnswersHandler(AppDbContext db, AnswerDesk desk) : IRequestHandler<ListAnswers, Outcome<AnswersView>>
{
    const int TextAtMost = 240;

    public async Task<Outcome<AnswersView>> Handle(ListAnswers ask, CancellationToken ct)
    {
        var entered = await desk.Enter(ask.Slug, ct);
        if (entered.Refused) return entered.Why;
        var consultation = entered.Value.Consultation;
        var limit = Paging.Bound(ask.Limit);
        var all = db.OpinionGroups.AsNoTracking().Answered(consultation.Id)
            .GroupJoin(db.Responses.AsNoTracking(), g => g.Id, r => r.GroupId, (g, r) => new { Group = g, Responses = r })
            .SelectMany(g => g.Responses.DefaultIfEmpty(), (g, r) => new { g.Group, Response = r });
        var some = all.Where(a => a.Group.Number > ask.After);
        if (ask.Office is { } office) some = office is 0 ? some.Where(a => a.Group.OfficeId == null) : some.Where(a => a.Group.OfficeId == office);
        if (ask.State is AnswerFilter.Blank) some = some.Where(a => a.Response == null || a.Response.State == null);
        else if (ask.State is { } state && Enum.Parse<ResponseState>(state.ToString()) is var wanted) some = some.Where(a => a.Response != null && a.Response.State == wanted);
        var rows = await some.OrderBy(a => a.Group.Number).Take(limit + 1)
            .Join(db.Opinions, a => a.Group.FirstId, o => o.Id, (a, o) => new { a.Group, a.Response, Text = (o.MaskedText ?? o.Text).Substring(0, TextAtMost) }).ToListAsync(ct);
        var counts = await all.GroupBy(a => new { a.Group.OfficeId, State = a.Response == null ? null : a.Response.State }).Select(g => new { g.Key.OfficeId, g.Key.State, Count = g.Count() }).ToListAsync(ct);
        var names = await db.Offices.AsNoTracking().ToDictionaryAsync(o => o.Id, o => o.Name, ct);
        AnswerProgress Of(int? id, Func<int?, bool> mine)
        {
            int Sum(ResponseState? s) => counts.Where(c => mine(c.OfficeId) && c.State == s).Sum(c => c.Count);
            return new(id, Sum(null), Sum(ResponseState.Drafted), Sum(ResponseState.SentBack), Sum(ResponseState.Checked), Sum(ResponseState.Approved));
        }
        return new AnswersView(
            [.. rows.OrderBy(r => r.Group.Number).Take(limit).Select(r => Row(r.Group, r.Response, r.Text))],
            rows.Count > limit ? rows.OrderBy(r => r.Group.Number).ElementAt(limit - 1).Group.Number : null,
            [.. counts.Select(c => c.OfficeId).Distinct().OrderBy(o => o ?? int.MaxValue).Select(o => new OfficeProgress(o is { } known ? names.GetValueOrDefault(known) : null, Of(o, id => id == o)))],
            Of(null, _ => true), await db.CountUnanswered(consultation.Id, ct), consultation.AnswersDue,
            consultation.PublishedAt is null && consultation.AnswersDue < JapanTime.DayOf(desk.Now, JapanTime.Zone), desk.MayApprove(consultation.Space));
    }

    static AnswerRow Row(Domain.Grouping.OpinionGroup group, Response? response, string text) => new(
        group.Number, response?.Version ?? 0, group.Total, group.Section,
        string.IsNullOrWhiteSpace(response?.Words.Summary) ? group.Title ?? text : response.Words.Summary,
        response?.State, response?.Words.Reflection, response?.Words.ChangesPlan ?? false, response?.Remark, group.OfficeId, group.Assignee);
}
