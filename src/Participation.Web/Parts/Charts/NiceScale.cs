namespace Participation.Web.Parts.Charts;

/// <summary>An axis of whole numbers that people read easily: steps of 1, 2 or 5 times a power of ten, up to the first that holds the largest.</summary>
public sealed record NiceScale(int Step, int Top)
{
    const int StepsAtMost = 4;

    public static NiceScale Of(int largest)
    {
        var most = Math.Max(largest, 1);
        var step = Steps().First(s => s * StepsAtMost >= most);
        return new((int)step, (int)((most + step - 1) / step * step));
    }

    /// <summary>From nought to the top.</summary>
    public IEnumerable<int> Ticks => Enumerable.Range(0, Top / Step + 1).Select(i => i * Step);

    static IEnumerable<long> Steps()
    {
        for (long power = 1; ; power *= 10)
            foreach (var nice in new[] { 1, 2, 5 }) yield return nice * power;
    }
}
