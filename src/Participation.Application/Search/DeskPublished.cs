using Microsoft.EntityFrameworkCore;
using Participation.Data;
using Participation.Data.Search;
using Participation.Domain.People;
using Participation.Domain.Search;

namespace Participation.Application.Search;

/// <summary>Plans and consultations, as everybody finds them.</summary>
abstract class DeskPublished(AppDbContext db, IEnumerable<ISearchSource> sources, Caller caller) : IDeskSource
{
    public abstract string Kind { get; }

    public async Task<DeskGroup> Search(DeskLook look, CancellationToken ct)
    {
        if (look.Channel is not null) return new(Kind, 0, true, [], null);
        var (ids, source) = (look.Ids, sources.Single(s => s.Kind == Kind));
        var found = source.Visible(db, db.Found(Kind, look.Terms, look.Index).AsNoTracking().Where(e => ids.Contains(e.Subject)), caller);
        return await this.Page(await db.CountSome(source.InOrder(found), ct), look, async () =>
        {
            var some = look.After is { } after ? found.Where(e => source.NewestFirst ? e.Id < after : e.Id > after) : found;
            var rows = await source.InOrder(some)
                .Take(look.Limit + 1).Select(e => new FoundEntry(e.Id, e.Subject, e.Number, e.Anchor)).ToListAsync(ct);
            var hits = await source.Show(db, rows, look.Terms, caller, ct);
            return [.. rows.Join(hits, r => r.Id, h => h.Rank, (_, h) => new DeskHit(h.Rank, h.Slug, h.Consultation, h.Title, h.Snippet, Anchor: h.Anchor))];
        });
    }
}

sealed class DeskPlans(AppDbContext db, IEnumerable<ISearchSource> sources, Caller caller) : DeskPublished(db, sources, caller)
{
    public override string Kind => "plan";
}

sealed class DeskConsultations(AppDbContext db, IEnumerable<ISearchSource> sources, Caller caller) : DeskPublished(db, sources, caller)
{
    public override string Kind => "consultation";
}
