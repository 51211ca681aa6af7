using System.Diagnostics;
using Participation.Bench.Running;

namespace Participation.Bench.Load;

/// <summary>A closed loop: each connection asks again once it has its answer. The same for every side that is compared.</summary>
static class HttpLoad
{
    static readonly TimeSpan AtMost = TimeSpan.FromMinutes(2);

    /// <param name="first">Number of the first request; the others follow.</param>
    /// <param name="perSecond">Asks at this pace instead of as fast as it can.</param>
    /// <exception cref="BenchException">An answer had another status.</exception>
    public static async Task<Measured> Run(int port, RequestTemplate request, int connections, int count, int status = 200, long first = 0, double? perSecond = null)
    {
        using var deadline = new CancellationTokenSource(AtMost);
        var opened = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => RawConnection.Open(port, deadline.Token)));
        var each = new long[count];
        var asked = -1;
        var began = Stopwatch.GetTimestamp();

        async Task Loop(RawConnection connection)
        {
            var mine = request.Copy();
            int i;
            while ((i = Interlocked.Increment(ref asked)) < count)
            {
                if (perSecond is { } pace && TimeSpan.FromSeconds(i / pace) - Stopwatch.GetElapsedTime(began) is { Ticks: > 0 } early)
                    await Task.Delay(early, deadline.Token);
                var at = Stopwatch.GetTimestamp();
                var answered = await connection.Ask(mine.Numbered(first + i), deadline.Token);
                each[i] = Stopwatch.GetTimestamp() - at;
                if (answered != status)
                    throw new BenchException($"Expected {status}, was answered {answered}: {System.Text.Encoding.UTF8.GetString(connection.Body())}");
            }
        }

        await Task.WhenAll(opened.Select(Loop));
        var took = Stopwatch.GetElapsedTime(began);
        foreach (var connection in opened) connection.Dispose();
        Array.Sort(each);
        return new(took, each);
    }

    /// <summary>One answer's body.</summary>
    public static async Task<byte[]> Fetch(int port, RequestTemplate request)
    {
        using var connection = await RawConnection.Open(port, CancellationToken.None);
        var status = await connection.Ask(request.Numbered(0), CancellationToken.None);
        return status is 200 or 201 ? connection.Body() : throw new BenchException($"Was answered {status}.");
    }
}
