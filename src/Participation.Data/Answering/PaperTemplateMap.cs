using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Participation.Domain.Answering;

namespace Participation.Data.Answering;

sealed class PaperTemplateMap : IEntityTypeConfiguration<PaperTemplate>
{
    public void Configure(EntityTypeBuilder<PaperTemplate> template)
    {
        template.ToTable("PaperTemplates");
        template.Property(t => t.Id).ValueGeneratedNever();
        template.Property(t => t.Name).HasMaxLength(PaperTemplate.NameAtMost);
        template.Property(t => t.Hash).HasMaxLength(64);
        template.Property(t => t.AddedBy).HasMaxLength(64);
        template.Property(t => t.Places).HasJsonList();
        template.IgnorePending();
    }
}
