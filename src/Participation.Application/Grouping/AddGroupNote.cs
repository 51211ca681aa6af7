using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Outcomes;

namespace Participation.Application.Grouping;

/// <summary>申し送りを書く: on a group, for colleagues alone, and only ever added to.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record AddGroupNote(string Slug, int Group, string? Words) : IRequest<Outcome<Done>>, IKeyedRequest
{
    public string? Key { get; init; }
}

sealed class AddGroupNoteHandler(AppDbContext db, GroupDesk desk) : IRequestHandler<AddGroupNote, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(AddGroupNote ask, CancellationToken ct)
    {
        var entered = await desk.Enter(ask.Slug, ct);
        if (entered.Refused) return entered.Why;
        var group = await db.OpinionGroups.SingleOrDefaultAsync(g => g.ConsultationId == entered.Value.Consultation.Id && g.Number == ask.Group, ct);
        if (group is null) return Refusal.NotFound;
        var noted = group.Note(ask.Words, desk.Actor, desk.Now);
        if (noted.Refused) return noted.Why;
        db.Add(noted.Value);
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}
