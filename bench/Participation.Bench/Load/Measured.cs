using System.Diagnostics;

namespace Participation.Bench.Load;

/// <summary>What a run of load took: how many answers, how long in all, and how long each, sorted.</summary>
sealed record Measured(TimeSpan Took, long[] Each)
{
    public double PerSecond => Each.Length / Took.TotalSeconds;

    public double P50 => Percentile(0.50);

    public double P99 => Percentile(0.99);

    /// <summary>In milliseconds.</summary>
    public double Percentile(double share) =>
        Stopwatch.GetElapsedTime(0, Each[(int)Math.Min(Each.Length - 1, Each.Length * share)]).TotalMilliseconds;
}
