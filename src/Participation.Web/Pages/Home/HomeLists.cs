using MediatR;
using Participation.Application.Consultations;
using Participation.Application.Series;
using Participation.Application.Spaces;
using Participation.Web.Words;

namespace Participation.Web.Pages.Home;

/// <summary>What the home page shows: every call that runs or is to come, and of what is over the newest. The rest stands in the lists.</summary>
public sealed record HomeLists(IReadOnlyList<ConsultationView> Consultations, IReadOnlyList<SpaceView> Spaces, bool MoreSpaces, IReadOnlyList<MeetingRow> Meetings)
{
    const int OverAtMost = 20, SpacesAtMost = 20, MeetingsAtMost = 4, RunningAtMost = 500;

    public static async Task<HomeLists> Of(IMediator mediator, CancellationToken ct)
    {
        var running = (await mediator.Send(new ListConsultations(Limit: RunningAtMost) { Running = true, NewestFirst = true }, ct)).Value;
        var over = (await mediator.Send(new ListConsultations(Limit: OverAtMost) { Running = false, NewestFirst = true }, ct)).Value;
        var spaces = (await mediator.Send(new ListSpaces(Limit: SpacesAtMost) { NewestFirst = true }, ct)).Value;
        var meetings = (await mediator.Send(new ListMeetings(Limit: MeetingsAtMost), ct)).Value;
        return new([.. running.Items.Concat(over.Items).Select(c => c.ForReader())], [.. spaces.Items.Select(s => s.ForReader())], spaces.Next is not null, meetings);
    }
}
