using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.People;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Data.Audit;
using Participation.Domain.Audit;
using Participation.Domain.Outcomes;
using Participation.Domain.People;
using Participation.Domain.Series;
using Participation.Domain.Time;

namespace Participation.Application.Series;

/// <summary>申込者名簿 of one meeting, in order of arrival. That somebody looked at it is logged.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record ListSignUps(string Slug, int Number) : IRequest<Outcome<SignUpList>>;

/// <param name="Day">The first day has come: who came can be noted.</param>
public sealed record SignUpList(string Slug, string Space, string SeriesTitle, MeetingView Meeting, bool Day, IReadOnlyList<SignUpRow> SignUps)
{
    public IEnumerable<SignUpRow> Standing => SignUps.Where(s => s.Status is not SignUpStatus.Withdrawn);

    /// <summary>With companions.</summary>
    public int Came => Standing.Where(s => s.Came is true).Sum(s => s.People);
}

/// <param name="Who">Null once it was put away.</param>
/// <param name="TakenBy">The name of staff who wrote it down; null when they signed up themselves.</param>
public sealed record SignUpRow(Guid Id, string Number, SignUpStatus Status, int People, Participant? Who, string? TakenBy, DateTimeOffset ReceivedAt, bool? Came);

sealed class ListSignUpsHandler(SignUpLists lists, AuditTrail audit, Caller caller) : IRequestHandler<ListSignUps, Outcome<SignUpList>>
{
    public async Task<Outcome<SignUpList>> Handle(ListSignUps ask, CancellationToken ct)
    {
        var found = await lists.Read(ask.Slug, ask.Number, ct);
        if (!found.Refused && found.Value.SignUps.Count > 0) await audit.Note(new Act("signups.seen", $"series:{ask.Slug}/{ask.Number}", "{}"), caller.ActorId, ct);
        return found;
    }
}

/// <summary>Reads the list for whoever is staff of its space.</summary>
sealed class SignUpLists(AppDbContext db, SignUpSeal seal, AccountSeal accounts, TimeProvider clock, Caller caller)
{
    public async Task<Outcome<SignUpList>> Read(string slug, int number, CancellationToken ct)
    {
        var series = await db.WorkshopSeries.AsNoTracking().Include(s => s.Meetings).VisibleTo(caller).SingleOrDefaultAsync(s => s.Slug == slug, ct);
        if (series?.Meetings.FirstOrDefault(m => m.Number == number) is not { } meeting) return Refusal.NotFound;
        if (!caller.IsStaffOf(series.Space)) return Refusal.NotAllowed;
        var signUps = await db.SignUps.AsNoTracking().Where(s => s.MeetingId == meeting.Id).OrderBy(s => s.Turn).ToListAsync(ct);
        var names = await accounts.NamesOf(db, signUps.Select(s => s.TakenBy), ct);
        var now = clock.GetUtcNow();
        var view = (await db.ViewOf(series, caller, now, ct)).Meetings.Single(m => m.Number == number);
        return new SignUpList(slug, series.Space, series.Title, view, JapanTime.DayOf(now, JapanTime.Zone) >= meeting.First && meeting.State is MeetingState.Planned,
            [.. signUps.Select(s => new SignUpRow(
                s.Id, s.Number.Value, s.Status, s.People, seal.Open(s)?.Who, s.TakenBy is { } by ? names.GetValueOrDefault(by, by) : null, s.ReceivedAt, s.Came))]);
    }
}
