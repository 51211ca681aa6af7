using Participation.Data.Engines;
using Participation.Data.Writing;

namespace Participation.Data.Search;

/// <summary>Writes the index through the lane: what a stretch of a stream changes and how far it goes, in one commit.</summary>
public sealed class SearchIndex(WriteLane lane)
{
    /// <summary>As much as may hold up the lane at once.</summary>
    const int AtOnce = 100;

    /// <summary>Applies what the events after <paramref name="from"/> up to <paramref name="to"/> change.</summary>
    /// <returns>False when the stream stands elsewhere by now: another node, or a rebuild, was quicker.</returns>
    public async Task<bool> Apply(string stream, long from, long to, IndexChange change, CancellationToken ct)
    {
        var parts = Parts(change).ToList();
        for (var i = 0; i < parts.Count; i++)
        {
            // Should it be cut off in between, the position is still before all of it, and all of it is done again.
            var job = new ApplyJob(stream, from, i == parts.Count - 1 ? to : from, parts[i]);
            await lane.Run(job, ct);
            if (!job.Applied) return false;
        }
        return true;
    }

    /// <summary>Empties it; read from the start again, the log fills it.</summary>
    public Task Empty(CancellationToken ct) => lane.Run(new EmptyJob(), ct);

    /// <summary>Lets the engine see what is in it now, where it would otherwise guess.</summary>
    public Task Survey(CancellationToken ct) => lane.Run(new SurveyJob(), ct);

    static IEnumerable<IndexChange> Parts(IndexChange change)
    {
        var first = new IndexChange();
        first.Clear.AddRange(change.Clear);
        first.Remove.AddRange(change.Remove);
        if (change.Put.Count <= AtOnce)
        {
            first.Put.AddRange(change.Put);
            yield return first;
            yield break;
        }
        yield return first;
        foreach (var some in change.Put.Chunk(AtOnce))
        {
            var part = new IndexChange();
            part.Put.AddRange(some);
            yield return part;
        }
    }

    sealed class ApplyJob(string stream, long from, long to, IndexChange change) : WriteJob
    {
        public bool Applied { get; private set; }

        internal override void Write(WriteSession session)
        {
            var tables = SearchTables.Of(session.Turn);
            Applied = tables.PositionOf(stream) == from;
            if (!Applied) return;
            tables.Apply(change);
            if (to > from) tables.Move(stream, to);
        }
    }

    sealed class SurveyJob : WriteJob
    {
        internal override void Write(WriteSession session) => SearchTables.Of(session.Turn).Survey();
    }

    sealed class EmptyJob : WriteJob
    {
        internal override void Write(WriteSession session) => SearchTables.Of(session.Turn).Empty();
    }
}
