using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Consultations;
using Participation.Domain.Grouping;
using Participation.Domain.Outcomes;

namespace Participation.Application.Grouping;

/// <summary>How far the search is, how many suggestions wait, and the one that is looked at.</summary>
/// <param name="After">The number after which to go on without deciding.</param>
[Audience(Audience.SpaceStaff)]
public sealed record GetSuggestions(string Slug, int After = 0) : IRequest<Outcome<SuggestionsView>>;

/// <param name="Waiting">Undecided ones.</param>
/// <param name="Next">There is another after the one that is looked at.</param>
public sealed record SuggestionsView(RunView? Run, int Waiting, SuggestionView? Suggestion, bool Next);

/// <param name="Done">Sections gone through, of <paramref name="Sections"/>.</param>
/// <param name="Within">How far the next one is, as far as this node knows.</param>
public sealed record RunView(DateTimeOffset StartedAt, int Done, int Sections, int Found, DateTimeOffset? FinishedAt, bool Stopped, RunWithin? Within = null);

public sealed record SuggestionView(Guid Id, int Number, string? Section, int Likeness, IReadOnlyList<WeighedWord> Words, IReadOnlyList<SuggestedRow> Opinions);

/// <param name="Group">The group that would be put together with the others; null for an opinion that stands in none.</param>
/// <param name="Total">How many say it.</param>
public sealed record SuggestedRow(long Sequence, Channel Channel, string Text, GroupSeen? Group, string? Title, int Total);

sealed class GetSuggestionsHandler(AppDbContext db, GroupDesk desk, SuggestedOpinions suggested, SuggestionRunner runner) : IRequestHandler<GetSuggestions, Outcome<SuggestionsView>>
{
    public async Task<Outcome<SuggestionsView>> Handle(GetSuggestions ask, CancellationToken ct)
    {
        var entered = await desk.Enter(ask.Slug, ct);
        if (entered.Refused) return entered.Why;
        var id = entered.Value.Consultation.Id;
        var run = await db.SuggestionRuns.AsNoTracking().Where(r => r.ConsultationId == id).OrderByDescending(r => r.StartedAt).FirstOrDefaultAsync(ct);
        var open = db.GroupSuggestions.AsNoTracking().Where(s => s.ConsultationId == id && s.State == SuggestionState.Open);
        var waiting = await open.CountAsync(ct);
        var after = await open.Where(s => s.Number > ask.After).OrderBy(s => s.Number).Take(2).ToListAsync(ct);
        // Behind the last one the first comes again.
        var looked = after.FirstOrDefault() ?? await open.OrderBy(s => s.Number).FirstOrDefaultAsync(ct);
        return new SuggestionsView(
            run is null ? null : new(run.StartedAt, run.Done, run.Sections.Count, run.Found, run.FinishedAt, run.Stopped, run.FinishedAt is null ? runner.Within(run.Id) : null),
            waiting, looked is null ? null : await View(looked, ct), waiting > 1);
    }

    async Task<SuggestionView> View(GroupSuggestion s, CancellationToken ct) => new(
        s.Id, s.Number, s.Section, s.Likeness, s.Words,
        [.. (await suggested.Of(s, ct)).Select(o => new SuggestedRow(
            o.Sequence, o.Channel, o.Text, o.Root is { } root ? new(root.Number, root.Version) : null, o.Root?.Title, o.Root is { Total: > 0 } many ? many.Total : 1))]);
}
