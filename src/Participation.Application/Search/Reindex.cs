using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Data.Search;
using Participation.Domain.Outcomes;

namespace Participation.Application.Search;

/// <summary>Throws the search index away and makes it anew from the log. The site serves on meanwhile and finds what is in it again.</summary>
[Audience(Audience.Operator)]
public sealed record Reindex : IRequest<Outcome<Reindexed>>;

public sealed record Reindexed(int Entries);

sealed class ReindexHandler(AppDbContext db, SearchIndex index, SearchIndexer indexer) : IRequestHandler<Reindex, Outcome<Reindexed>>
{
    public async Task<Outcome<Reindexed>> Handle(Reindex ask, CancellationToken ct)
    {
        await index.Empty(ct);
        await indexer.CatchUp(rest: 0, ct);
        await index.Survey(ct);
        return new Reindexed(await db.SearchEntries.CountAsync(ct));
    }
}
