using MediatR;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Boards;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

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

sealed class SteerSessionHandler(AppDbContext db, BoardDesk desk, TimeProvider clock, Caller caller) :
    IRequestHandler<GoToStage, Outcome<Done>>, IRequestHandler<RunTimer, Outcome<Done>>, IRequestHandler<HoldSession, Outcome<Done>>,
    IRequestHandler<NoteDecisions, Outcome<Done>>, IRequestHandler<PublishSummary, Outcome<Done>>
{
    public Task<Outcome<Done>> Handle(GoToStage ask, CancellationToken ct) => Steer(ask.Code, ConsoleDeed.Stage, s => s.GoTo(ask.Stage, clock.GetUtcNow()), ct);

    public Task<Outcome<Done>> Handle(RunTimer ask, CancellationToken ct) =>
        Steer(ask.Code, ConsoleDeed.Timer, s => s.SetTimer(TimeSpan.FromMinutes(ask.Minutes), clock.GetUtcNow()), ct);

    public async Task<Outcome<Done>> Handle(HoldSession ask, CancellationToken ct)
    {
        var held = ask.Paused is { } paused ? await Steer(ask.Code, ConsoleDeed.Pause, s => paused == s.IsPaused ? Done.It : s.Pause(paused), ct) : Done.It;
        return held.Refused || ask.Locked is not { } locked ? held : await Steer(ask.Code, ConsoleDeed.Lock, s => locked == s.IsLocked ? Done.It : s.Lock(locked), ct);
    }

    public Task<Outcome<Done>> Handle(NoteDecisions ask, CancellationToken ct) => Steer(ask.Code, ConsoleDeed.Decide, s => s.Decide(ask.Decisions), ct);

    public Task<Outcome<Done>> Handle(PublishSummary ask, CancellationToken ct) => Steer(ask.Code, ConsoleDeed.Publish, s => s.Publish(ask.Published, clock.GetUtcNow()), ct);

    async Task<Outcome<Done>> Steer(string code, ConsoleDeed deed, Func<WorkshopSession, Outcome<Done>> how, CancellationToken ct)
    {
        var session = await desk.Facilitate(code, ct);
        if (session.Refused) return session.Why;
        var (steered, step) = session.Value.Step(deed, null, () => how(session.Value), caller.ActorId, clock.GetUtcNow());
        if (steered.Refused) return steered;
        if (step is not null) db.Add(step);
        await db.SaveChangesAsync(ct);
        return steered;
    }
}
