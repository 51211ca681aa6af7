using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Participation.Domain.Answering;
using Participation.Domain.Consultations;

namespace Participation.Data.Consultations;

/// <summary>A count kept as opinions are committed, so that a page never counts rows. <c>Key</c> is empty for 不明.</summary>
public sealed class Tally
{
    public int ConsultationId { get; private set; }
    public TallyDimension Dimension { get; private set; }
    public string Key { get; private set; } = "";
    public int Submitters { get; private set; }
    public int Opinions { get; private set; }

    /// <summary>As it was when an edition came out.</summary>
    public static Tally Of(int consultationId, EditionCount count) =>
        new() { ConsultationId = consultationId, Dimension = count.Dimension, Key = count.Key, Submitters = count.Submitters, Opinions = count.Opinions };
}

sealed class TallyMap : IEntityTypeConfiguration<Tally>
{
    public void Configure(EntityTypeBuilder<Tally> tally)
    {
        tally.HasKey(t => new { t.ConsultationId, t.Dimension, t.Key });
        tally.Property(t => t.Key).HasMaxLength(200);
    }
}
