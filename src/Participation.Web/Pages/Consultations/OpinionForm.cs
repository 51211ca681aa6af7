using Participation.Application.Consultations;
using Participation.Domain.Consultations;

namespace Participation.Web.Pages.Consultations;

/// <summary>What the form of an opinion sends; every step sends all of it, so nothing is lost without JavaScript.</summary>
public sealed class OpinionForm
{
    /// <summary>The idempotency key: made with the form, so that a second click is no second submission.</summary>
    public string? Key { get; set; }

    /// <summary>Which button: <c>add</c>, <c>remove-N</c>, <c>check</c>, <c>edit</c> or <c>send</c>.</summary>
    public string? Act { get; set; }

    public List<WrittenOpinion> Opinions { get; set; } = [];
    public string? Name { get; set; }
    public string? Address { get; set; }
    public string? Email { get; set; }
    public string? AgeBand { get; set; }
    public string? District { get; set; }

    public SubmitOpinions ToRequest(string slug) => new(
        slug, ToSender().Trimmed(),
        [.. Opinions.Select(o => new OpinionDraft((o.Text ?? "").ReplaceLineEndings("\n"), Empty(o.Anchor), Empty(o.Quote)))]) { Key = Key };

    public string? this[SenderField field] => ToSender()[field];

    Sender ToSender() => new(Name, Address, Email, AgeBand, District);

    static string? Empty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}

/// <summary>One opinion of the form.</summary>
public sealed class WrittenOpinion
{
    public string? Anchor { get; set; }
    public string? Quote { get; set; }
    public string? Text { get; set; }
}
