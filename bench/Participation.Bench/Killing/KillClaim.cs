using System.Globalization;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;
using Participation.Bench.Load;
using Participation.Bench.Running;

namespace Participation.Bench.Killing;

/// <summary>The program is killed at random instants under load; every receipt it gave out must be in the ledger, once.</summary>
static partial class KillClaim
{
    const string Slug = "harbour-walk";
    const int Connections = 32;
    static readonly int Rounds = int.Parse(Environment.GetEnvironmentVariable("KILL_ROUNDS") ?? "50", CultureInfo.InvariantCulture);

    public static async Task Measure()
    {
        using var folder = new TempFolder();
        var shares = new List<double>();
        await using (var program = await RealProgram.OnSqlite(folder.Path, Slug)) shares.Add(await Measure(program, "sqlite"));
        await using var cluster = await PostgresCluster.Start(folder.Path);
        await using (var program = await RealProgram.OnPostgres(cluster.ConnectionString, Slug)) shares.Add(await Measure(program, "postgres"));
        Print.Ratio("kill-intact", shares.Min());
    }

    static async Task<double> Measure(RealProgram program, string engine)
    {
        var receipts = new List<string>();
        var number = 0L;
        for (var round = 0; round < Rounds; round++)
        {
            var pause = TimeSpan.FromMilliseconds(Random.Shared.Next(20, 400));
            var flowing = new TaskCompletionSource();
            var loops = Enumerable.Range(0, Connections).Select(_ => Submit(program.Port, () => Interlocked.Increment(ref number), flowing)).ToList();
            // At a random instant of its work, not of its start.
            await Task.WhenAny(flowing.Task, Task.WhenAll(loops));
            await Task.Delay(pause);
            await program.Kill();
            foreach (var given in await Task.WhenAll(loops)) receipts.AddRange(given);
            await program.Start();
        }
        if (receipts.Count is 0) throw new BenchException("No receipt was given out: nothing was measured.");
        var ledger = await Ledger(program);
        var times = ledger.CountBy(row => row.Receipt).ToDictionary();
        var intact = receipts.Count(receipt => times.GetValueOrDefault(receipt) is 1);
        var doubled = ledger.CountBy(row => row.Mark).Count(mark => mark.Value > 1);
        Print.Figure($"kill-{engine}-rounds", Rounds, "kills");
        Print.Figure($"kill-{engine}-receipts", receipts.Count, "receipts");
        Print.Figure($"kill-{engine}-missing", receipts.Count - intact, "receipts");
        Print.Figure($"kill-{engine}-doubled", doubled, "submissions");
        if (await program.Verb("verify-audit") is not 0) throw new BenchException("The audit chain broke.");
        return doubled > 0 ? 0 : (double)intact / receipts.Count;
    }

    /// <summary>Submits until the program is gone, and gives back the receipts it was given.</summary>
    static async Task<List<string>> Submit(int port, Func<long> next, TaskCompletionSource flowing)
    {
        var given = new List<string>();
        var request = RequestTemplate.Post(
            $"/api/v1/consultations/{Slug}/submissions", Sample.Submission(null, RequestTemplate.Mark), $"Idempotency-Key: kill-{RequestTemplate.Mark}");
        try
        {
            using var connection = await RawConnection.Open(port, CancellationToken.None);
            while (true)
            {
                if (await connection.Ask(request.Numbered(next()), CancellationToken.None) is not 201) throw new BenchException("A submission was refused.");
                given.Add(JsonDocument.Parse(connection.Body()).RootElement.GetProperty("receiptNumber").GetString()!);
                flowing.TrySetResult();
            }
        }
        catch (SocketException)
        {
            return given;
        }
    }

    static async Task<List<(string Receipt, string Mark)>> Ledger(RealProgram program)
    {
        var rows = new List<(string, string)>();
        for (long? after = 0; after is not null;)
        {
            var page = JsonDocument.Parse(await program.Http.GetStringAsync($"/api/v1/consultations/{Slug}/submissions?after={after}&limit=500")).RootElement;
            foreach (var row in page.GetProperty("items").EnumerateArray())
                rows.Add((row.GetProperty("receiptNumber").GetString()!, Number().Match(row.GetProperty("opinions")[0].GetProperty("text").GetString()!).Value));
            after = page.GetProperty("next").ValueKind is JsonValueKind.Null ? null : page.GetProperty("next").GetInt64();
        }
        return rows;
    }

    [GeneratedRegex(@"^\d+")]
    private static partial Regex Number();
}
