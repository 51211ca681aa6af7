using Participation.Application.Answering;

namespace Participation.Web.Pages.Answering;

/// <summary>An answer as it stands in the form, to be kept when it comes back.</summary>
/// <param name="Added">A passage that is to be rewritten, too.</param>
public sealed record AnswerTyped(
    string Summary, string Text, string? Reflection, bool ChangesPlan, string? Where, IReadOnlyList<PassageWords> Changes, Guid? ReusedFrom, string? Added)
{
    public static AnswerTyped Of(IFormCollection form)
    {
        var (anchors, afters) = (form["anchor"], form["after"]);
        return new(
            form["summary"].ToString(), form["text"].ToString(), form["reflection"].ToString(), form["changesPlan"].Count > 0, form["where"].ToString(),
            [.. anchors.Zip(afters).Select(pair => new PassageWords(pair.First ?? "", pair.Second ?? ""))],
            Guid.TryParse(form["reusedFrom"], out var reused) ? reused : null,
            form["act"] == "add" && form["passage"].ToString() is { Length: > 0 } added ? added : null);
    }
}
