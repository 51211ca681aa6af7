using Participation.Application.Consultations;
using Participation.Domain.Consultations;
using Participation.Domain.Ledger;
using Participation.Domain.Outcomes;

namespace Participation.Web.Pages.Ledger;

/// <summary>What staff type from a paper.</summary>
public sealed class PaperForm
{
    /// <summary>The idempotency key: made with the form, so that a second click is no second submission.</summary>
    public string? Key { get; set; }

    /// <summary>Which button: <c>add</c>, <c>remove-N</c> or <c>save</c>.</summary>
    public string? Act { get; set; }

    public string? ReceivedOn { get; set; }
    public string? PostmarkedOn { get; set; }
    public string? Channel { get; set; }
    public string? Name { get; set; }
    public string? Address { get; set; }
    public string? Email { get; set; }
    public string? AgeBand { get; set; }
    public string? District { get; set; }
    public List<TypedOpinion> Opinions { get; set; } = [];

    public string? this[SenderField field] => ToSender()[field];

    /// <summary>As a request; refused for what is no request at all, with every fault there is.</summary>
    public Outcome<SubmitOpinions> ToRequest(string slug, DateOnly today)
    {
        var faults = new List<Fault>();
        var (received, postmarked) = (Day(ReceivedOn, "receivedOn", today, faults), Day(PostmarkedOn, "postmarkedOn", today, faults));
        if (received is null && faults.TrueForAll(f => f.Field is not "receivedOn")) faults.Add(new("receivedOn", "required"));
        if (!Enum.TryParse<Channel>(Channel, out var channel) || !Enum.IsDefined(channel)) faults.Add(new("channel", "required"));
        if (faults.Count > 0) return Refusal.Invalid(faults);
        return new SubmitOpinions(
            slug, ToSender().Trimmed(),
            [.. Opinions.Select(o => new OpinionDraft((o.Text ?? "").ReplaceLineEndings("\n").Trim('\n'), string.IsNullOrEmpty(o.Anchor) ? null : o.Anchor))],
            channel, received, postmarked) { Key = Key };
    }

    Sender ToSender() => new(Name, Address, Email, AgeBand, District);

    static DateOnly? Day(string? text, string field, DateOnly today, List<Fault> faults)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (PaperDay.TryParse(text, today, out var day)) return day;
        faults.Add(new(field, "paper-day-unreadable"));
        return null;
    }
}

/// <summary>One point of a paper.</summary>
public sealed class TypedOpinion
{
    public string? Anchor { get; set; }
    public string? Text { get; set; }
}
