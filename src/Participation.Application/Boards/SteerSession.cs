using MediatR;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Boards;
using Participation.Domain.Outcomes;

namespace Participation.Application.Boards;

/// <summary>Goes to a stage of the session.</summary>
[Audience(Audience.Facilitator)]
public sealed record GoToStage(string Code, BoardStage Stage) : IRequest<Outcome<Done>>;

/// <summary>Starts the clock that everybody sees; zero minutes stop it.</summary>
[Audience(Audience.Facilitator)]
public sealed record RunTimer(string Code, int Minutes) : IRequest<Outcome<Done>>;

/// <summary>Stops and starts what seats can do for a while, or closes the board to them.</summary>
/// <param name="Paused">Null to leave it as it is.</param>
/// <param name="Locked">Null to leave it as it is.</param>
[Audience(Audience.Facilitator)]
public sealed record HoldSession(string Code, bool? Paused = null, bool? Locked = null) : IRequest<Outcome<Done>>;

/// <summary>Writes down what was decided.</summary>
[Audience(Audience.Facilitator)]
public sealed record NoteDecisions(string Code, IReadOnlyList<string> Decisions) : IRequest<Outcome<Done>>;

/// <summary>Shows the summary to everybody, or takes it back.</summary>
[Audience(Audience.Facilitator)]
public sealed record PublishSummary(string Code, bool Published) : IRequest<Outcome<Done>>;

sealed class SteerSessionHandler(AppDbContext db, BoardDesk desk, TimeProvider clock) :
    IRequestHandler<GoToStage, Outcome<Done>>, IRequestHandler<RunTimer, Outcome<Done>>, IRequestHandler<HoldSession, Outcome<Done>>,
    IRequestHandler<NoteDecisions, Outcome<Done>>, IRequestHandler<PublishSummary, Outcome<Done>>
{
    public Task<Outcome<Done>> Handle(GoToStage ask, CancellationToken ct) => Steer(ask.Code, s => s.GoTo(ask.Stage, clock.GetUtcNow()), ct);

    public Task<Outcome<Done>> Handle(RunTimer ask, CancellationToken ct) =>
        Steer(ask.Code, s => s.SetTimer(TimeSpan.FromMinutes(ask.Minutes), clock.GetUtcNow()), ct);

    public Task<Outcome<Done>> Handle(HoldSession ask, CancellationToken ct) => Steer(ask.Code, s =>
    {
        if (ask.Paused is { } paused && paused != s.IsPaused) s.Pause(paused);
        return ask.Locked is { } locked && locked != s.IsLocked ? s.Lock(locked) : Done.It;
    }, ct);

    public Task<Outcome<Done>> Handle(NoteDecisions ask, CancellationToken ct) => Steer(ask.Code, s => s.Decide(ask.Decisions), ct);

    public Task<Outcome<Done>> Handle(PublishSummary ask, CancellationToken ct) => Steer(ask.Code, s => s.Publish(ask.Published, clock.GetUtcNow()), ct);

    async Task<Outcome<Done>> Steer(string code, Func<WorkshopSession, Outcome<Done>> how, CancellationToken ct)
    {
        var session = await desk.Facilitate(code, ct);
        if (session.Refused) return session.Why;
        var steered = how(session.Value);
        if (!steered.Refused) await db.SaveChangesAsync(ct);
        return steered;
    }
}
