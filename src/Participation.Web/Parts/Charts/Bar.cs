namespace Participation.Web.Parts.Charts;

/// <summary>One bar with its words beside it, so that nothing is told by length or tone alone.</summary>
/// <param name="Size">Of the longest there can be, 0 to 1; null where the figure is not shown.</param>
/// <param name="Look">Filled, hatched or outlined: told apart without colour.</param>
public sealed record Bar(string Words, double? Size, BarLook Look = BarLook.Solid);

public enum BarLook { Solid, Hatched, Outlined }

/// <summary>What is compared at one place of a chart: one bar, or two of different looks.</summary>
public sealed record BarRow(string Label, IReadOnlyList<Bar> Bars);
