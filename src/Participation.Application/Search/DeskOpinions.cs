using Microsoft.EntityFrameworkCore;
using Participation.Application.Consultations;
using Participation.Data;
using Participation.Data.Search;
using Participation.Domain.Consultations;
using Participation.Domain.Search;

namespace Participation.Application.Search;

/// <summary>Opinions as the public index holds them, with the way to their submission.</summary>
sealed class DeskShownOpinions(AppDbContext db) : DeskOpinions(db)
{
    public override string Kind => "opinion";

    protected override IQueryable<Opinion> Rows(IQueryable<Opinion> opinions) => opinions.Shown();
}

/// <summary>Late, out of scope or not shown.</summary>
sealed class DeskHeldOpinions(AppDbContext db) : DeskOpinions(db)
{
    public override string Kind => "held";

    protected override IQueryable<Opinion> Rows(IQueryable<Opinion> opinions) => opinions.Held();
}

abstract class DeskOpinions(AppDbContext db) : IDeskSource
{
    public abstract string Kind { get; }

    public async Task<DeskGroup> Search(DeskLook look, CancellationToken ct)
    {
        var ids = look.Ids;
        var rows = Rows(db.Opinions.AsNoTracking());
        if (look.Channel is { } channel) rows = rows.Where(o => o.Channel == channel);
        var found = db.Found(Kind, look.Terms, look.Index).AsNoTracking().Where(e => ids.Contains(e.Subject) && rows.Any(o => o.ConsultationId == e.Subject && o.Sequence == e.Number));
        return await this.Page(await db.CountSome(found.OrderByDescending(e => e.Id), ct), look, () => Read(look.After is { } after ? found.Where(e => e.Id < after) : found, look, ct));
    }

    protected abstract IQueryable<Opinion> Rows(IQueryable<Opinion> opinions);

    async Task<IReadOnlyList<DeskHit>> Read(IQueryable<SearchEntry> found, DeskLook look, CancellationToken ct)
    {
        var page = await found.OrderByDescending(e => e.Id).Take(look.Limit + 1).Select(e => e.Id).ToListAsync(ct);
        var rows = await db.SearchEntries.AsNoTracking().Where(e => page.Contains(e.Id))
            .Join(Rows(db.Opinions), e => new { Id = e.Subject, e.Number }, o => new { Id = o.ConsultationId, Number = o.Sequence }, (e, o) => new { e.Id, Opinion = o })
            .Join(db.Submissions, r => r.Opinion.SubmissionId, s => s.Id, (r, s) => new
            {
                r.Id, r.Opinion.ConsultationId, r.Opinion.Sequence, r.Opinion.Ordinal, r.Opinion.Channel, r.Opinion.Status, Text = r.Opinion.MaskedText ?? r.Opinion.Text, s.Number,
            }).ToListAsync(ct);
        return
        [
            .. rows.OrderByDescending(r => r.Id).Select(r => new DeskHit(
                r.Id, look.Within[r.ConsultationId].Slug, look.Within[r.ConsultationId].Title, r.Number.Value, Snippet.Around(r.Text, look.Terms), r.Number.Value, r.Ordinal, r.Sequence,
                Channel: r.Channel, Status: r.Status)),
        ];
    }
}
