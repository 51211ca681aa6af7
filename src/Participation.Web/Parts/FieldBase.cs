using Microsoft.AspNetCore.Components;

namespace Participation.Web.Parts;

/// <summary>What every field of a form has.</summary>
public abstract class FieldBase : ComponentBase
{
    [Parameter, EditorRequired] public string Id { get; set; } = "";
    [Parameter, EditorRequired] public string Name { get; set; } = "";
    [Parameter, EditorRequired] public string Label { get; set; } = "";
    [Parameter] public string? Value { get; set; }
    [Parameter] public string? Hint { get; set; }
    [Parameter] public string? Error { get; set; }
    [Parameter] public bool Required { get; set; }

    /// <summary>The ids of hint and error, for <c>aria-describedby</c>.</summary>
    protected string? DescribedBy
    {
        get
        {
            var ids = string.Join(' ', new[] { Hint is null ? null : $"{Id}-hint", Error is null ? null : $"{Id}-error", More }.OfType<string>());
            return ids.Length is 0 ? null : ids;
        }
    }

    /// <summary>Another id that describes the input.</summary>
    protected virtual string? More => null;

    protected string? Invalid => Error is null ? null : "true";
}
