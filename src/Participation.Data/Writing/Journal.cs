using Participation.Data.Audit;
using Participation.Data.Live;
using Participation.Domain.Audit;
using Participation.Domain.Live;

namespace Participation.Data.Writing;

/// <summary>Appends to the live log and the audit chain within a transaction: sequences without gaps, hashes without breaks.</summary>
sealed class Journal(WriterTurn turn, RowWriter rows, DateTimeOffset now)
{
    readonly Dictionary<string, long> heads = [];
    (long Sequence, byte[] Hash)? chain;

    public long NextOf(string stream) => (heads.TryGetValue(stream, out var last) ? last : turn.LockHead(stream).Sequence) + 1;

    public long Tell(News news)
    {
        var sequence = NextOf(news.Stream);
        heads[news.Stream] = sequence;
        rows.Add(new LiveEvent(news.Stream, sequence, news.Kind, now, news.Data));
        return sequence;
    }

    public void Log(Act act, string actor)
    {
        var (last, before) = chain ??= ReadChain();
        var sequence = last + 1;
        var hash = AuditHash.Next(before, sequence, now, actor, act);
        chain = (sequence, hash);
        rows.Add(new AuditEntry(sequence, now, actor, act, hash));
    }

    /// <summary>Stores the new heads.</summary>
    public void Close()
    {
        foreach (var (stream, sequence) in heads) turn.StoreHead(stream, sequence, null);
        if (chain is { } end) turn.StoreHead(StreamHead.Audit, end.Sequence, end.Hash);
    }

    (long, byte[]) ReadChain()
    {
        var (sequence, hash) = turn.LockHead(StreamHead.Audit);
        return (sequence, hash ?? AuditHash.Genesis);
    }
}
