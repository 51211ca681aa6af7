using MediatR;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Ledger;

/// <summary>申し送りを書く: for colleagues alone, and only ever added to.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record AddStaffNote(string Slug, string Receipt, string? Words) : IRequest<Outcome<Done>>, IKeyedRequest
{
    public string? Key { get; init; }
}

sealed class AddStaffNoteHandler(AppDbContext db, DeskRows rows, TimeProvider clock, Caller caller) : IRequestHandler<AddStaffNote, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(AddStaffNote ask, CancellationToken ct)
    {
        if (await rows.Find(ask.Slug, ask.Receipt, ct) is var row && row.Refused) return row.Why;
        var noted = row.Value.Submission.Note((ask.Words ?? "").ReplaceLineEndings("\n"), caller.ActorId, clock.GetUtcNow());
        if (!noted.Refused) await db.SaveChangesAsync(ct);
        return noted;
    }
}
