using MediatR;
using Participation.Application.Series;
using Participation.Domain.Series;
using Participation.Domain.Wording;

namespace Participation.Web.Seeding;

/// <summary>A space's series of workshops, as its file tells it.</summary>
sealed record DemoSeries(string Slug, string Title, string Description, IReadOnlyList<DemoGathering> Meetings, IReadOnlyList<Translation>? Translations)
{
    public async Task Load(IMediator mediator, string space, DateOnly today, CancellationToken ct)
    {
        DemoSpaces.Check(await mediator.Send(new SaveSeries(Slug, space, Title, Description), ct), Slug);
        foreach (var m in Meetings)
        {
            var first = today.AddDays(m.InDays);
            IReadOnlyList<string> workshops = m.Workshop is { } held ? [await held.Load(mediator, space, ct)] : [];
            DemoSpaces.Check(await mediator.Send(new SaveMeeting(Slug, null, new MeetingPlan(m.Title, first, first.AddDays(m.Days - 1), m.Starts, m.Ends, m.Venue, m.Places, m.TakenOver, workshops)), ct), Slug);
        }
        DemoSpaces.Check(await mediator.Send(new PublishSeries(Slug), ct), Slug);
        foreach (var (m, number) in Meetings.Select((m, i) => (m, i + 1)))
            if (m.PutOffToInDays is { } days) DemoSpaces.Check(await mediator.Send(new PostponeMeeting(Slug, number, today.AddDays(days), null, m.Reason), ct), Slug);
        if (Translations is { } said) DemoSpaces.Check(await mediator.Send(new TranslateSeries(Slug, said), ct), Slug);
    }
}

sealed record DemoGathering(
    string Title, int InDays, TimeOnly Starts, TimeOnly Ends, string Venue, int Places, string? TakenOver, int? PutOffToInDays, string? Reason, DemoWorkshop? Workshop, int Days = 1);
