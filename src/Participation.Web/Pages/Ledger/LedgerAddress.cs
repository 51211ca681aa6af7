using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Participation.Application.Ledger;
using Participation.Domain.Consultations;

namespace Participation.Web.Pages.Ledger;

/// <summary>The ledger's filters as they stand in the address, so that a list can be linked, gone back to and kept.</summary>
public sealed record LedgerAddress(string Slug, string? Channel = null, string? Section = null, string? State = null, string? Hands = null)
{
    const string Mine = "me", Nobodys = "none", Outside = "out", Ungrouped = "ungrouped";

    public LedgerFilter Filter => new(
        Enum.TryParse<Channel>(Channel, ignoreCase: true, out var channel) && Enum.IsDefined(channel) ? channel : null,
        string.IsNullOrEmpty(Section) ? null : Section,
        State is "late" ? SubmissionStatus.Late : State is "withdrawn" ? SubmissionStatus.Withdrawn : State is "accepted" ? SubmissionStatus.Accepted : null,
        Hands is Mine ? Application.Ledger.Hands.Mine : Hands is Nobodys ? Application.Ledger.Hands.Nobodys : null,
        int.TryParse(Hands, NumberStyles.None, CultureInfo.InvariantCulture, out var office) ? office : null,
        State is Outside, State is Ungrouped);

    public bool IsFiltered => Filter != LedgerFilter.None;

    /// <summary>The list's own address, with its filters and a place in it.</summary>
    public string To(long? after = null, long? before = null) => QueryHelpers.AddQueryString($"/staff/consultations/{Slug}/submissions", new Dictionary<string, string?>
    {
        ["channel"] = Channel, ["section"] = Section, ["state"] = State, ["hands"] = Hands, ["after"] = Number(after), ["before"] = Number(before),
    }.Where(one => !string.IsNullOrEmpty(one.Value)));

    static string? Number(long? place) => place?.ToString(CultureInfo.InvariantCulture);
}
