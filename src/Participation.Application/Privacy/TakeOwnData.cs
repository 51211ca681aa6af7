using MediatR;
using Participation.Application.People;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Privacy;

/// <summary>自分のデータを受け取る: all that is kept about the caller. The password is asked for, because it is all in one place.</summary>
[Audience(Audience.SignedIn)]
public sealed record TakeOwnData(string? Current) : IRequest<Outcome<OwnData>>;

/// <param name="Kept">By subject, as each keeps it.</param>
public sealed record OwnData(DateTimeOffset TakenAt, IReadOnlyDictionary<string, object> Kept);

sealed class TakeOwnDataHandler(AppDbContext db, OwnAccount own, IEnumerable<IKept> subjects, TimeProvider clock) : IRequestHandler<TakeOwnData, Outcome<OwnData>>
{
    public async Task<Outcome<OwnData>> Handle(TakeOwnData ask, CancellationToken ct)
    {
        var found = await own.FindBy(ask.Current, ct);
        if (found.Refused) return found.Why;
        // Written down first: whoever took it without its owner is seen in the very file, too.
        db.Add(found.Value.DeedOf(AccountDeedKind.DataTaken, clock));
        await db.SaveChangesAsync(ct);
        var kept = new Dictionary<string, object>();
        foreach (var subject in subjects) kept[subject.Name] = await subject.Read(found.Value, ct);
        return new OwnData(clock.GetUtcNow(), kept);
    }
}
