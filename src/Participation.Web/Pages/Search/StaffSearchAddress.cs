using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Participation.Domain.Consultations;

namespace Participation.Web.Pages.Search;

/// <summary>What staff look for and where, as it stands in the address: a search can be linked, gone back to and kept.</summary>
public sealed record StaffSearchAddress(string? Query, string? Kind = null, string? Slug = null, string? Channel = null)
{
    public Channel? By => Enum.TryParse<Channel>(Channel, ignoreCase: true, out var channel) && Enum.IsDefined(channel) ? channel : null;

    public string To(long? after = null) => QueryHelpers.AddQueryString("/staff/search", new Dictionary<string, string?>
    {
        ["q"] = Query, ["kind"] = Kind, ["in"] = Slug, ["channel"] = Channel, ["after"] = after?.ToString(CultureInfo.InvariantCulture),
    }.Where(one => !string.IsNullOrEmpty(one.Value)));
}
