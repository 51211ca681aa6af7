using Participation.Domain.Consultations;
using Participation.Domain.Outcomes;

namespace Participation.Domain.Answering;

/// <summary>What a response says. Beside it lies nothing that anybody would want published by mistake.</summary>
/// <param name="Summary">意見の概要.</param>
/// <param name="Text">市の考え方.</param>
/// <param name="Reflection">反映区分: one of the consultation's own.</param>
/// <param name="ChangesPlan">修正の有無.</param>
/// <param name="Where">頁・箇所, as papers say it.</param>
/// <param name="Changes">What the plan says before and after.</param>
/// <param name="PlanVersion">The version of the plan that it answers about.</param>
/// <param name="ReusedFrom">An earlier response whose words were taken over.</param>
public sealed record ResponseWords(
    string Summary, string Text, string? Reflection = null, bool ChangesPlan = false, string? Where = null,
    IReadOnlyList<PassageRewrite>? Changes = null, int PlanVersion = 0, Guid? ReusedFrom = null)
{
    public const int SummaryAtMost = 4_000, TextAtMost = 10_000, WhereAtMost = 200, ReflectionAtMost = 100, ChangesAtMost = 20;

    public static readonly ResponseWords None = new("", "");

    public IReadOnlyList<PassageRewrite> Rewrites => Changes ?? [];

    /// <summary>Nothing that could be published as an answer.</summary>
    public bool IsBlank => string.IsNullOrWhiteSpace(Text);

    /// <param name="codes">反映区分 of the consultation; without any, none is asked for.</param>
    public IEnumerable<Fault> Faults(IReadOnlyList<string> codes)
    {
        if (Summary.Length > SummaryAtMost) yield return new("summary", "field-too-long", SummaryAtMost);
        if (Text.Length > TextAtMost) yield return new("text", "field-too-long", TextAtMost);
        if (!PlainText.IsClean(Summary)) yield return new("summary", "control-characters");
        if (!PlainText.IsClean(Text)) yield return new("text", "control-characters");
        if (!PlainText.IsClean(Where ?? "")) yield return new("where", "control-characters");
        if (Rewrites.Any(c => !PlainText.IsClean(c.After))) yield return new("changes", "control-characters");
        if (Where?.Length > WhereAtMost) yield return new("where", "field-too-long", WhereAtMost);
        if (!string.IsNullOrEmpty(Reflection) && !codes.Contains(Reflection)) yield return new("reflection", "reflection-unknown");
        if (Rewrites.Count > ChangesAtMost) yield return new("changes", "too-many-chosen", ChangesAtMost);
        if (Rewrites.Any(c => c.After.Length > PassageRewrite.AtMost)) yield return new("changes", "field-too-long", PassageRewrite.AtMost);
        if (Rewrites.DistinctBy(c => c.Anchor).Count() < Rewrites.Count) yield return new("changes", "passage-twice");
    }

    public bool Equals(ResponseWords? other) =>
        other is not null && (Summary, Text, Reflection, ChangesPlan, Where, PlanVersion, ReusedFrom) == (other.Summary, other.Text, other.Reflection, other.ChangesPlan, other.Where, other.PlanVersion, other.ReusedFrom)
        && Rewrites.SequenceEqual(other.Rewrites);

    public override int GetHashCode() => HashCode.Combine(Summary, Text, Reflection, ChangesPlan, Where, PlanVersion, ReusedFrom, Rewrites.Count);
}

/// <summary>変更前・変更後 of one passage. An empty <paramref name="After"/> takes the passage out.</summary>
/// <param name="Anchor">The passage as the version before has it.</param>
public sealed record PassageRewrite(string Anchor, string Before, string After)
{
    public const int AtMost = 20_000;
}
