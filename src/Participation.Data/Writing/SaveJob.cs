using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Participation.Domain;

namespace Participation.Data.Writing;

/// <summary>Saves a context's changes on the writer connection: rows, audit entries, live events and counts together.</summary>
/// <param name="holds">Asked first, on the same connection; null where nothing is asked.</param>
sealed class SaveJob(AppDbContext db, Func<Task<bool>>? holds = null) : WriteJob
{
    readonly string actor = db.Actor();
    readonly List<Aggregate> noted = [];

    /// <summary>How many rows were written.</summary>
    public int Rows { get; private set; }

    internal override void Write(WriteSession session)
    {
        // What was buffered before may be what these rows refer to.
        session.Rows.Flush();
        noted.Clear();
        Fault = null;
        Foresee(session);
        try
        {
            Rows = OnWriter(session.Turn);
        }
        catch (DbUpdateException refused)
        {
            // EF Core has gone back to its savepoint; the transaction goes on without this job.
            Fault = refused;
            return;
        }
        foreach (var aggregate in db.ChangeTracker.Entries<Aggregate>().Select(e => e.Entity).ToList())
        {
            session.Note(aggregate, actor);
            noted.Add(aggregate);
        }
    }

    internal override void Committed()
    {
        foreach (var aggregate in noted) aggregate.Forget();
    }

    /// <summary>Rows that bear the sequence of their own event must know it before they are written; nobody else can come between.</summary>
    void Foresee(WriteSession session)
    {
        var next = new Dictionary<string, long>();
        foreach (var aggregate in db.ChangeTracker.Entries<Aggregate>().Select(e => e.Entity).Where(a => a.News.Count > 0))
        {
            for (var i = 0; i < aggregate.News.Count; i++)
            {
                var stream = aggregate.News[i].Stream;
                if (!next.TryGetValue(stream, out var sequence)) sequence = session.NextOf(stream);
                if (i is 0) aggregate.Foresee(sequence);
                next[stream] = sequence + 1;
            }
        }
    }

    int OnWriter(WriterTurn turn)
    {
        var connection = db.GetService<IRelationalConnection>();
        var readsFrom = connection.ConnectionString;
        try
        {
            connection.SetDbConnection(turn.Connection, contextOwnsConnection: false);
            connection.UseTransaction(turn.Transaction);
            // On the lane's own thread and its own connection: nothing else waits for this.
            if (holds?.Invoke().GetAwaiter().GetResult() is false) throw new DbUpdateConcurrencyException("What was found before does not hold any more.");
            return db.SaveHere(CancellationToken.None).GetAwaiter().GetResult();
        }
        finally
        {
            connection.UseTransaction(null);
            connection.SetDbConnection(null, contextOwnsConnection: true);
            connection.ConnectionString = readsFrom;
        }
    }
}
