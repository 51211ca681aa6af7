using Participation.Application.Spaces;
using Participation.Domain.Spaces;

namespace Participation.Web.Pages.Staff;

/// <summary>What staff type of a space; a phase without a name and days is none.</summary>
public sealed class SpaceForm
{
    /// <summary>Rows that are offered beyond those that are filled.</summary>
    const int SpareRows = 3;

    public string? Slug { get; set; }
    public string? Title { get; set; }
    public string? Summary { get; set; }
    public string? DecidedBy { get; set; }
    public string? Office { get; set; }
    public int? Version { get; set; }
    public List<PhaseRow> Phases { get; set; } = [];

    public sealed class PhaseRow
    {
        public string? Name { get; set; }
        public DateOnly? From { get; set; }
        public DateOnly? Until { get; set; }

        public bool IsEmpty => string.IsNullOrWhiteSpace(Name) && From is null && Until is null;
    }

    public static SpaceForm Of(SpaceView? space) => space is null ? new SpaceForm() : new SpaceForm
    {
        Slug = space.Slug, Title = space.Title, Summary = space.Summary, DecidedBy = space.DecidedBy, Office = space.Office, Version = space.Version,
        Phases = [.. space.Phases.Select(p => new PhaseRow { Name = p.Name, From = p.From, Until = p.Until })],
    };

    /// <summary>Room for more.</summary>
    public SpaceForm WithSpareRows()
    {
        Phases = [.. Phases.Where(p => !p.IsEmpty).Concat(Enumerable.Range(0, SpareRows).Select(_ => new PhaseRow()))];
        return this;
    }

    public SaveSpace ToRequest() => new()
    {
        Slug = Slug?.Trim() ?? "", Title = Title ?? "", Summary = Summary, DecidedBy = DecidedBy, Office = Office, Version = Version,
        Phases = [.. Phases.Where(p => !p.IsEmpty).Select(p => new Phase(p.Name ?? "", p.From ?? default, p.Until ?? p.From ?? default))],
    };
}
