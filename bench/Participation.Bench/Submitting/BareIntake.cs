using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Participation.Bench.Running;
using Participation.Data;

namespace Participation.Bench.Submitting;

/// <summary>
/// The limit of <c>submit</c>: reads the body's bytes and stores them as a row, many in one durable commit (WAL,
/// synchronous=FULL, one writer), and answers each sender after it. No key, no rules, no journal, nothing parsed.
/// </summary>
static class BareIntake
{
    const int BatchAtMost = 512;
    static readonly byte[] Answer = """{"receiptNumber":"0000-0000-0000","receiptSecret":"0000-0000-0000-0000","sequence":1,"receivedAt":"2026-01-01T00:00:00.0000000+00:00","status":"accepted"}"""u8.ToArray();

    readonly record struct Row(byte[] Body, TaskCompletionSource Stored);

    public static Task Serve(string port, string file)
    {
        // The same SQLite that the program runs on: telling the data layer of a database picks it.
        new ServiceCollection().AddData(new DatabaseOptions(DatabaseProvider.Sqlite, ""));
        var waiting = Channel.CreateUnbounded<Row>(new UnboundedChannelOptions { SingleReader = true });
        new Thread(() => Write(file, waiting.Reader)) { IsBackground = true, Name = "write lane" }.Start();
        return BareHost.Serve(port, _ => { }, app => app.Run(async http =>
        {
            var body = new byte[http.Request.ContentLength!.Value];
            await http.Request.Body.ReadExactlyAsync(body);
            var stored = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Writer.TryWrite(new(body, stored));
            await stored.Task;
            http.Response.StatusCode = 201;
            http.Response.ContentType = "application/json";
            http.Response.ContentLength = Answer.Length;
            await http.Response.Body.WriteAsync(Answer);
        }));
    }

    static void Write(string file, ChannelReader<Row> waiting)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=4000; CREATE TABLE Bodies (Id INTEGER PRIMARY KEY, Body BLOB NOT NULL)";
        command.ExecuteNonQuery();
        command.CommandText = "INSERT INTO Bodies (Body) VALUES (@body)";
        var body = command.Parameters.Add("@body", SqliteType.Blob);
        var batch = new List<Row>(BatchAtMost);
        while (waiting.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            batch.Clear();
            while (batch.Count < BatchAtMost && waiting.TryRead(out var row)) batch.Add(row);
            using (var transaction = connection.BeginTransaction())
            {
                command.Transaction = transaction;
                foreach (var row in batch)
                {
                    body.Value = row.Body;
                    command.ExecuteNonQuery();
                }
                transaction.Commit();
            }
            foreach (var row in batch) row.Stored.TrySetResult();
        }
    }
}
