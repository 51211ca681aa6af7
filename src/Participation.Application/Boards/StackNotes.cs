using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Boards;
using Participation.Domain.Outcomes;

namespace Participation.Application.Boards;

/// <summary>Puts notes together under a title: a new stack, or one that stands (its title stays unless one is given).</summary>
/// <param name="Cluster">Made by whoever stacks, so that a stack sent twice is one.</param>
[Audience(Audience.Seat)]
public sealed record StackNotes(string Code, string? SeatKey, Guid Cluster, IReadOnlyList<Guid> Notes, string? Title = null) : IRequest<Outcome<Done>>;

/// <summary>Takes notes out of their stack.</summary>
[Audience(Audience.Seat)]
public sealed record UnstackNotes(string Code, string? SeatKey, IReadOnlyList<Guid> Notes) : IRequest<Outcome<Done>>;

/// <summary>Gives a stack its title.</summary>
[Audience(Audience.Seat)]
public sealed record NameCluster(string Code, string? SeatKey, Guid Cluster, string? Title) : IRequest<Outcome<Done>>;

sealed class StackNotesValidator : AbstractValidator<StackNotes>
{
    public StackNotesValidator() => RuleFor(s => s.Notes).Must(n => n is { Count: > 0 and <= WorkshopSession.TogetherAtMost })
        .WithErrorCode("list-too-long").WithState(_ => new object[] { WorkshopSession.TogetherAtMost });
}

sealed class UnstackNotesValidator : AbstractValidator<UnstackNotes>
{
    public UnstackNotesValidator() => RuleFor(s => s.Notes).Must(n => n is { Count: > 0 and <= WorkshopSession.TogetherAtMost })
        .WithErrorCode("list-too-long").WithState(_ => new object[] { WorkshopSession.TogetherAtMost });
}

sealed class StackNotesHandler(AppDbContext db, BoardDesk desk) :
    IRequestHandler<StackNotes, Outcome<Done>>, IRequestHandler<UnstackNotes, Outcome<Done>>, IRequestHandler<NameCluster, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(StackNotes ask, CancellationToken ct)
    {
        var taken = await desk.Take(ask.Code, ask.SeatKey, SeatDeed.Cluster, ct);
        if (taken.Refused) return taken.Why;
        var session = taken.Value.Session;
        if (await Shown(session, ask.Notes, ct) is not { } notes) return Refusal.NotFound;
        var known = await db.Clusters.SingleOrDefaultAsync(c => c.Id == ask.Cluster, ct);
        if (known is not null && known.SessionId != session.Id) return Refusal.NotFound;
        if (known is null)
        {
            var made = session.Stack(ask.Cluster, notes, ask.Title);
            if (made.Refused) return made.Why;
            db.Add(made.Value);
        }
        else
        {
            var joined = session.Join(known, notes);
            if (joined.Refused) return joined;
            if (!string.IsNullOrWhiteSpace(ask.Title) && session.Name(known, ask.Title) is { Refused: true } unnamed) return unnamed;
        }
        await db.SaveChangesAsync(ct);
        return Done.It;
    }

    public async Task<Outcome<Done>> Handle(UnstackNotes ask, CancellationToken ct)
    {
        var taken = await desk.Take(ask.Code, ask.SeatKey, SeatDeed.Cluster, ct);
        if (taken.Refused) return taken.Why;
        if (await Shown(taken.Value.Session, ask.Notes, ct) is not { } notes) return Refusal.NotFound;
        var left = taken.Value.Session.Join(null, notes);
        if (!left.Refused) await db.SaveChangesAsync(ct);
        return left;
    }

    public async Task<Outcome<Done>> Handle(NameCluster ask, CancellationToken ct)
    {
        var taken = await desk.Take(ask.Code, ask.SeatKey, SeatDeed.Cluster, ct);
        if (taken.Refused) return taken.Why;
        var session = taken.Value.Session;
        if (await db.Clusters.SingleOrDefaultAsync(c => c.Id == ask.Cluster && c.SessionId == session.Id, ct) is not { } cluster) return Refusal.NotFound;
        var named = session.Name(cluster, ask.Title);
        if (!named.Refused) await db.SaveChangesAsync(ct);
        return named;
    }

    async Task<List<Note>?> Shown(WorkshopSession session, IReadOnlyList<Guid> ids, CancellationToken ct) =>
        await desk.NotesOf(session, ids, ct) is { } notes && notes.TrueForAll(session.Shows) ? notes : null;
}
