using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Participation.Domain;

namespace Participation.Data;

static class AggregateMap
{
    /// <summary>What an aggregate has noted and not yet saved is no column.</summary>
    public static void IgnorePending<T>(this EntityTypeBuilder<T> entity) where T : Aggregate
    {
        entity.Ignore(a => a.Acts);
        entity.Ignore(a => a.News);
        entity.Ignore(a => a.Counts);
    }
}
