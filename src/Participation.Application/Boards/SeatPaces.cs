using System.Threading.RateLimiting;
using Participation.Domain.Boards;

namespace Participation.Application.Boards;

/// <summary>How fast one seat may act: faster than anybody writes, slower than a program floods. Each node counts for itself.</summary>
public sealed class SeatPaces : IDisposable
{
    const int AtOnce = 60;
    const int PerSecond = 2;

    readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(seat => RateLimitPartition.GetTokenBucketLimiter(seat,
        _ => new() { TokenLimit = AtOnce, TokensPerPeriod = PerSecond, ReplenishmentPeriod = TimeSpan.FromSeconds(1), AutoReplenishment = true }));

    public bool MayAct(string code, EditKey key)
    {
        using var lease = limiter.AttemptAcquire($"{code} {key.Value}");
        return lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();
}
