using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Answering;
using Participation.Domain.Grouping;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Answering;

/// <summary>Answers that were approved earlier, of this and former calls, to opinions that are like this group's.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record SuggestAnswers(string Slug, int Number) : IRequest<Outcome<EarlierAnswers>>;

public sealed record EarlierAnswers(IReadOnlyList<EarlierAnswer> Items);

/// <param name="Likeness">In per cent.</param>
public sealed record EarlierAnswer(Guid Id, string Consultation, int Number, string Summary, string Text, string? Reflection, DateTimeOffset? ApprovedAt, int Likeness);

sealed class SuggestAnswersHandler(AppDbContext db, AnswerDesk desk, Caller caller) : IRequestHandler<SuggestAnswers, Outcome<EarlierAnswers>>
{
    /// <summary>So many are compared, the latest first; and how much they must have in common to be worth reading.</summary>
    const int Compared = 1_000, Shown = 3, AtLeast = 15;

    public async Task<Outcome<EarlierAnswers>> Handle(SuggestAnswers ask, CancellationToken ct)
    {
        var entered = await desk.Enter(ask.Slug, ct);
        if (entered.Refused) return entered.Why;
        var id = entered.Value.Consultation.Id;
        var group = await db.OpinionGroups.AsNoTracking().Answered(id).Where(g => g.Number == ask.Number)
            .Join(db.Opinions, g => g.FirstId, o => o.Id, (g, o) => new { g.Id, g.Title, Text = o.MaskedText ?? o.Text }).SingleOrDefaultAsync(ct);
        if (group is null) return Refusal.NotFound;
        var earlier = await db.Responses.AsNoTracking().Where(r => r.State == ResponseState.Approved && r.GroupId != group.Id)
            .OrderByDescending(r => r.Id).Take(Compared)
            .Join(db.Consultations, r => r.ConsultationId, c => c.Id, (r, c) => new { Response = r, c.Title, c.Space, c.PublishedAt })
            .Join(db.OpinionGroups, r => r.Response.GroupId, g => g.Id, (r, g) => new { r.Response, r.Title, r.Space, r.PublishedAt, g.Number }).ToListAsync(ct);
        // What is published everybody may read; drafts are their own staff's.
        earlier = [.. earlier.Where(e => e.PublishedAt is not null || caller.IsStaffOf(e.Space))];
        var like = LikeTexts.Of($"{group.Title} {group.Text}", [.. earlier.Select(e => e.Response.Words.Summary)], Shown, AtLeast);
        return new EarlierAnswers([.. like.Select(l => Row(earlier[l.Place].Response, earlier[l.Place].Title, earlier[l.Place].Number, l.Likeness))]);
    }

    static EarlierAnswer Row(Response r, string title, int number, int likeness) =>
        new(r.Id, title, number, r.Words.Summary, r.Words.Text, r.Words.Reflection, r.Approved?.At, likeness);
}
