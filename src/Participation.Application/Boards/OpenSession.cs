using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Boards;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Boards;

/// <summary>ワークショップを開く: answers with the code that people join by.</summary>
[Audience(Audience.Facilitator)]
public sealed record OpenSession(SessionSettings Settings) : IRequest<Outcome<string>>, IKeyedRequest
{
    public string? Key { get; init; }
}

sealed class OpenSessionHandler(AppDbContext db, TimeProvider clock, Caller caller) : IRequestHandler<OpenSession, Outcome<string>>
{
    const int Tries = 20;

    public async Task<Outcome<string>> Handle(OpenSession ask, CancellationToken ct)
    {
        if (!caller.MayFacilitate(ask.Settings.Space)) return Refusal.NotAllowed;
        if (ask.Settings.Space is { } space && !await db.Spaces.AnyAsync(s => s.Slug == space, ct)) return Refusal.Invalid("space", "space-unknown");
        var opened = WorkshopSession.Open(ask.Settings, await FreeCode(ct), clock.GetUtcNow());
        if (opened.Refused) return opened.Why;
        db.Add(opened.Value);
        await db.SaveChangesAsync(ct);
        return opened.Value.Code;
    }

    async Task<string> FreeCode(CancellationToken ct)
    {
        for (var i = 0; i < Tries; i++)
        {
            var code = SessionCode.New();
            if (!await db.WorkshopSessions.AnyAsync(s => s.Code == code, ct)) return code;
        }
        throw new InvalidOperationException("No code is free.");
    }
}
