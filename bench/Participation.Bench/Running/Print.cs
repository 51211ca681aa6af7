using System.Globalization;

namespace Participation.Bench.Running;

/// <summary>The lines that programs read: plain numbers, one per line.</summary>
static class Print
{
    public static void Ratio(string name, double value) => Line($"ratio {name} {Number(value)}");

    public static void Figure(string name, double value, string unit) => Line($"figure {name} {Number(value)} {unit}");

    /// <summary>For whoever watches; not a result.</summary>
    public static void Note(string text) => Console.Error.WriteLine($"# {text}");

    static string Number(double value) => Math.Abs(value) >= 100
        ? value.ToString("F0", CultureInfo.InvariantCulture)
        : value.ToString("0.0##", CultureInfo.InvariantCulture);

    static void Line(string line) => Console.Out.WriteLine(line);
}
