using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Participation.Data.Search;

/// <summary>
/// Something that can be found: which row it stands for, and its words folded. It says nothing about who may see that row; whoever
/// searches asks the row itself (docs/adr/0010-search.md).
/// </summary>
public sealed class SearchEntry
{
    public long Id { get; private set; }

    /// <summary>One of the kinds that the application's sources know.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>The id of what it belongs to: a consultation's, for all that is said or written in one.</summary>
    public int Subject { get; private set; }

    /// <summary>Which within its subject, by number (an opinion's sequence); 0 where there is one or it has a name.</summary>
    public long Number { get; private set; }

    /// <summary>Which within its subject, by name (an anchor of the plan).</summary>
    public string Anchor { get; private set; } = "";

    /// <summary>By which channel it came, for what came by one: what its mark was made of (<see cref="SearchMarks"/>).</summary>
    public string? Channel { get; private set; }

    public string Folded { get; private set; } = "";
}

/// <summary>How far the index has read a stream of the live log.</summary>
public sealed class SearchPosition
{
    public string Stream { get; private set; } = "";
    public long Sequence { get; private set; }
}

sealed class SearchEntryMap : IEntityTypeConfiguration<SearchEntry>
{
    public void Configure(EntityTypeBuilder<SearchEntry> entry)
    {
        entry.ToTable("SearchEntries");
        entry.Property(e => e.Kind).HasMaxLength(32);
        entry.Property(e => e.Anchor).HasMaxLength(64);
        entry.Property(e => e.Channel).HasMaxLength(32);
        entry.HasIndex(e => new { e.Kind, e.Subject, e.Number, e.Anchor }).IsUnique();
    }
}

sealed class SearchPositionMap : IEntityTypeConfiguration<SearchPosition>
{
    public void Configure(EntityTypeBuilder<SearchPosition> position)
    {
        position.ToTable("SearchPositions");
        position.HasKey(p => p.Stream);
        position.Property(p => p.Stream).HasMaxLength(128);
    }
}
