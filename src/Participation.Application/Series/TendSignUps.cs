using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Series;

/// <summary>Takes somebody's sign-up back for them, who called or came.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record RemoveSignUp(string Slug, int Number, Guid SignUp) : IRequest<Outcome<Done>>;

/// <summary>出欠を記録する: of everybody in the list, those who came.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record NoteAttendance(string Slug, int Number, IReadOnlyList<Guid> Came) : IRequest<Outcome<Done>>;

sealed class TendSignUpsHandler(AppDbContext db, SignUpDesk desk, TimeProvider clock, Caller caller)
    : IRequestHandler<RemoveSignUp, Outcome<Done>>, IRequestHandler<NoteAttendance, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(RemoveSignUp ask, CancellationToken ct)
    {
        var found = await db.MeetingToWorkOn(ask.Slug, ask.Number, caller, ct);
        if (found.Refused) return found.Why;
        var meeting = found.Value.Id;
        // The desk reads anew, in its turn.
        db.ChangeTracker.Clear();
        return await desk.Withdraw(db.SignUps.Where(s => s.Id == ask.SignUp && s.MeetingId == meeting), byStaff: true, ct);
    }

    public async Task<Outcome<Done>> Handle(NoteAttendance ask, CancellationToken ct)
    {
        var found = await db.MeetingToWorkOn(ask.Slug, ask.Number, caller, ct);
        if (found.Refused) return found.Why;
        var all = await db.SignUps.Where(s => s.MeetingId == found.Value.Id).ToListAsync(ct);
        var noted = found.Value.NoteAttendance(all, ask.Came.ToHashSet(), clock.GetUtcNow());
        if (noted.Refused) return noted.Why;
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}
