using Participation.Data.Writing;
using Participation.Domain;
using Participation.Domain.Audit;

namespace Participation.Data.Audit;

/// <summary>Notes an act that changes no row: somebody looked at originals, somebody was refused.</summary>
public sealed class AuditTrail(WriteLane lane)
{
    public Task Note(Act act, string actor, CancellationToken ct) => lane.Run(new NoteJob(new Looking(act), actor), ct);

    sealed class NoteJob(Aggregate looking, string actor) : WriteJob
    {
        internal override void Write(WriteSession session) => session.Note(looking, actor);
    }

    sealed class Looking : Aggregate
    {
        public Looking(Act act) => Log(act.Name, act.Subject, act.Detail);
    }
}
