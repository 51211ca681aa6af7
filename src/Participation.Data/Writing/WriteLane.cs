using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Participation.Data.Live;

namespace Participation.Data.Writing;

/// <summary>
/// The one writer. Jobs that wait while a commit is on its way to the disk share the next one; each caller is answered after
/// the commit that holds its rows (docs/adr/0004-one-writer.md).
/// </summary>
public sealed partial class WriteLane(
    WriterConnection connection, RowWriterFactory rows, LiveSignal signal, TimeProvider clock, ILogger<WriteLane> log) : IHostedService, IDisposable
{
    /// <summary>More in one transaction would make the last caller wait for work that the first doesn't need.</summary>
    const int BatchAtMost = 512;

    readonly Channel<WriteJob> waiting = Channel.CreateBounded<WriteJob>(new BoundedChannelOptions(8192) { SingleReader = true });
    Thread? thread;

    /// <summary>How many jobs stand in line.</summary>
    public int Waiting => waiting.Reader.Count;

    /// <summary>Runs a job and returns once its commit is durable.</summary>
    public async Task Run(WriteJob job, CancellationToken ct)
    {
        await waiting.Writer.WriteAsync(job, ct);
        // Not cancellable from here on: it may be committing.
        await job.Done;
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        // A thread of its own: it waits for the disk, which would otherwise hold one of the pool's few threads.
        thread = new Thread(Work) { Name = "write lane", IsBackground = true };
        thread.Start();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        waiting.Writer.TryComplete();
        thread?.Join();
        return Task.CompletedTask;
    }

    public void Dispose() => connection.Dispose();

    void Work()
    {
        var batch = new List<WriteJob>(BatchAtMost);
        while (waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            batch.Clear();
            while (batch.Count < BatchAtMost && waiting.Reader.TryRead(out var job)) batch.Add(job);
            Commit(batch);
        }
    }

    void Commit(List<WriteJob> batch)
    {
        try
        {
            using var turn = connection.Begin();
            new WriteSession(turn, rows.For(turn), clock.GetUtcNow()).Write(batch);
            turn.Commit();
        }
        catch (Exception fault) when (batch.Count > 1)
        {
            // One bad job must not take the others down: nothing was committed, so each gets a transaction of its own.
            LogBatchSplit(fault, batch.Count);
            foreach (var job in batch.ToArray()) Commit([job]);
            return;
        }
        catch (Exception fault)
        {
            batch[0].Fail(fault);
            return;
        }
        // First: whoever is answered must not read what was kept from before their own commit.
        signal.Ring();
        foreach (var job in batch) job.Succeed();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A batch of {Count} jobs did not commit; writing them one by one")]
    partial void LogBatchSplit(Exception fault, int count);
}
