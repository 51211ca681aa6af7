using Participation.Client;

namespace Participation.Web.Tests.Boards;

static class Screens
{
    /// <summary>All that a screen shows, to be laid beside another's.</summary>
    public static string Whole(this BoardReplica screen) => string.Join('\n',
        screen.Notes.Values.OrderBy(n => n.Id).Select(n => $"{n with { Links = null }} {string.Join(' ', n.Links ?? [])}").Concat(screen.Clusters.OrderBy(c => c.Key).Select(c => $"{c.Key} {c.Value}")));
}
