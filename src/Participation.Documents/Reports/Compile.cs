using System.Runtime.CompilerServices;

namespace Participation.Documents.Reports;

/// <summary>How the loops over cells are compiled.</summary>
static class Compile
{
    /// <summary>
    /// Well, and the first time. A report is a million cells within half a second; left to itself the runtime would spend most of that
    /// in code that it has compiled in haste and counts in (<c>bench/run report</c>: 2.9 times the bare loop).
    /// </summary>
    public const MethodImplOptions AtOnce = MethodImplOptions.AggressiveOptimization;
}
