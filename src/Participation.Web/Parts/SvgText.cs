using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Participation.Web.Parts;

/// <summary>A word in a drawing. Razor keeps the tag of that name for itself.</summary>
public sealed class SvgText : ComponentBase
{
    [Parameter, EditorRequired] public int X { get; set; }
    [Parameter, EditorRequired] public int Y { get; set; }
    [Parameter, EditorRequired] public string Words { get; set; } = "";
    [Parameter] public string? Class { get; set; }

    /// <summary>Whether <see cref="X"/> is its middle, not its start.</summary>
    [Parameter] public bool Centred { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "class", Class);
        builder.AddAttribute(2, "x", X);
        builder.AddAttribute(3, "y", Y);
        if (Centred) builder.AddAttribute(4, "text-anchor", "middle");
        builder.AddContent(5, Words);
        builder.CloseElement();
    }
}
