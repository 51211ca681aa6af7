using Participation.Data.Writing;

namespace Participation.Data.Grouping;

/// <summary>Writes arrivals into groups through the lane: what a stretch of a stream brings and how far it goes, in one commit.</summary>
public sealed class Arrivals(WriteLane lane)
{
    /// <summary>Places the arrivals of the events after <paramref name="from"/> up to <paramref name="to"/>.</summary>
    /// <param name="named">Sequences of opinions of which that stretch says that they may count otherwise now.</param>
    /// <returns>False when the stream stands elsewhere by now: another node was quicker.</returns>
    public async Task<bool> Place(string stream, int consultation, long from, long to, IReadOnlyList<Arrival> arrivals, IReadOnlyList<long> named, CancellationToken ct)
    {
        var job = new PlaceJob(stream, consultation, from, to, arrivals, named);
        await lane.Run(job, ct);
        return job.Placed;
    }

    sealed class PlaceJob(string stream, int consultation, long from, long to, IReadOnlyList<Arrival> arrivals, IReadOnlyList<long> named) : WriteJob
    {
        public bool Placed { get; private set; }

        internal override void Write(WriteSession session)
        {
            Placed = ArrivalTables.PositionOf(session.Turn, stream) == from;
            if (!Placed) return;
            var tables = new ArrivalTables(session, consultation, session.Now);
            tables.Place(arrivals);
            if (named.Count > 0)
            {
                session.Rows.Flush();
                tables.Recount(named);
            }
            ArrivalTables.Move(session.Turn, stream, to);
        }
    }
}
