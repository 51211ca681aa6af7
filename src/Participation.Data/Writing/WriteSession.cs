using Participation.Domain;

namespace Participation.Data.Writing;

/// <summary>One transaction of the lane: its rows, its journal, its counts.</summary>
sealed class WriteSession(WriterTurn turn, RowWriter rows, DateTimeOffset now)
{
    readonly Journal journal = new(turn, rows, now);
    readonly TallyWriter tallies = new(turn);
    Dictionary<string, IdempotencyKey> seen = [];

    public WriterTurn Turn => turn;

    public RowWriter Rows => rows;

    public DateTimeOffset Now => now;

    public void Write(List<WriteJob> batch)
    {
        seen = UsedKeys.Find(turn, batch);
        foreach (var job in batch)
        {
            if (job.Claim is { } claim && seen.TryGetValue(claim.Key, out var earlier))
            {
                job.AnsweredBefore(earlier);
                continue;
            }
            job.Write(this);
        }
        journal.Close();
        rows.Flush();
        tallies.Flush();
    }

    /// <summary>Keeps what was answered under a key, also for jobs behind this one in the same batch.</summary>
    public void Remember(IdempotencyKey key)
    {
        rows.Add(key);
        seen[key.Key] = key;
    }

    /// <summary>The sequence that the next event of a stream will get.</summary>
    public long NextOf(string stream) => journal.NextOf(stream);

    /// <summary>Writes down what an aggregate noted.</summary>
    /// <returns>The sequence of its first live event; the others follow it without a gap when they are of one stream.</returns>
    public long Note(Aggregate aggregate, string actor)
    {
        foreach (var act in aggregate.Acts) journal.Log(act, actor);
        long first = 0;
        foreach (var news in aggregate.News)
        {
            var sequence = journal.Tell(news);
            if (first == 0) first = sequence;
        }
        tallies.Add(aggregate.Counts);
        return first;
    }
}
