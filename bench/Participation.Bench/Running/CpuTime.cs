using System.Globalization;

namespace Participation.Bench.Running;

/// <summary>Processor time of a process's threads by their names, from /proc: shows where time goes without touching the program.</summary>
static class CpuTime
{
    const double TicksPerSecond = 100;

    /// <summary>Seconds of the whole process and of the threads of one name.</summary>
    public static (double All, double Named) Of(int processId, string thread)
    {
        double all = 0, named = 0;
        foreach (var folder in Directory.GetDirectories($"/proc/{processId}/task"))
        {
            var stat = File.ReadAllText(Path.Combine(folder, "stat"));
            var nameEnds = stat.LastIndexOf(')');
            var fields = stat[(nameEnds + 2)..].Split(' ');
            var seconds = (double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksPerSecond;
            all += seconds;
            if (stat[(stat.IndexOf('(') + 1)..nameEnds] == thread) named += seconds;
        }
        return (all, named);
    }
}
