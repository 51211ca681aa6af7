using System.Reflection;
using Microsoft.AspNetCore.Components;

namespace Participation.Web.Pages.Styleguide;

/// <summary>The samples, each with the very lines it was built from: what is shown and what is read can't drift apart.</summary>
public static class SampleSource
{
    const string Suffix = "Sample";

    static readonly Assembly Here = typeof(SampleSource).Assembly;

    /// <summary>In the order a page is made of them.</summary>
    static readonly string[] Order =
    [
        "Breadcrumbs", "Button", "Badge", "Card", "Notice", "EmptyState", "Tabs", "Steps", "Form", "Table", "Opinion", "Countdown", "Pager",
        "Timeline", "BarChart", "DayChart", "Dialog", "Skeleton", "QrCode",
    ];

    public static IReadOnlyList<Sample> All { get; } =
    [
        .. Here.GetTypes().Where(t => t.Namespace == $"{typeof(SampleSource).Namespace}.Samples" && t.IsAssignableTo(typeof(IComponent)) && t.Name.EndsWith(Suffix, StringComparison.Ordinal))
            .Select(t => new Sample(t.Name[..^Suffix.Length], t, Read(t.Name)))
            .OrderBy(s => Array.IndexOf(Order, s.Name) is >= 0 and var place ? place : int.MaxValue).ThenBy(s => s.Name, StringComparer.Ordinal),
    ];

    static string Read(string name)
    {
        using var stream = Here.GetManifestResourceStream($"samples/{name}.razor")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().TrimEnd();
    }

    public sealed record Sample(string Name, Type Component, string Source);
}
