using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Boards;
using Participation.Domain.Outcomes;

namespace Participation.Application.Boards;

/// <summary>Joins a session. The same key twice is one seat, so a phone that asks again after a lost answer sits where it sat.</summary>
/// <param name="SeatKey">Made by whoever keeps it for the phone; only hashes of it are stored.</param>
[Audience(Audience.Public)]
public sealed record TakeSeat(string Code, string SeatKey, string? Table = null, string? Name = null) : IRequest<Outcome<Done>>;

sealed class TakeSeatValidator : AbstractValidator<TakeSeat>
{
    public TakeSeatValidator() => RuleFor(t => t.SeatKey).Must(key => EditKey.Parse(key) is not null).WithErrorCode("unreadable");
}

sealed class TakeSeatHandler(AppDbContext db, TimeProvider clock) : IRequestHandler<TakeSeat, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(TakeSeat ask, CancellationToken ct)
    {
        var session = await db.WorkshopSessions.SingleOrDefaultAsync(s => s.Code == ask.Code, ct);
        if (session is null) return Refusal.NotFound;
        var key = EditKey.Parse(ask.SeatKey)!.Value;
        if (await db.Sits(session, key, ct)) return Done.It;
        var table = ask.Table?.Trim() ?? "";
        var seated = await db.Seats.CountAsync(s => s.SessionId == session.Id && s.Table == table, ct);
        var taken = session.TakeSeat(key, table, ask.Name, seated, clock.GetUtcNow());
        if (taken.Refused) return taken.Why;
        db.Add(taken.Value);
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}
