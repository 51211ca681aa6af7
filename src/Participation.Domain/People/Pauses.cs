namespace Participation.Domain.People;

/// <summary>How long to wait before the next try, after so many failed ones. It grows, and ends: nobody is locked out for good.</summary>
public static class Pauses
{
    /// <summary>Typing errors cost nothing.</summary>
    public const int Free = 5;

    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    /// <summary>Failures older than this are forgiven.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromHours(1);

    public static TimeSpan After(int failures, int free = Free)
    {
        if (failures < free) return TimeSpan.Zero;
        // 2, 4, 8 seconds and so on; the exponent is bounded so that it can't overflow.
        var seconds = Math.Pow(2, Math.Min(failures - free + 1, 16));
        return TimeSpan.FromSeconds(Math.Min(seconds, Longest.TotalSeconds));
    }
}
