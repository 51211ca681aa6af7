using Microsoft.EntityFrameworkCore;
using Participation.Data;
using Participation.Domain.Answering;
using Participation.Domain.Search;

namespace Participation.Application.Search;

/// <summary>市の考え方, as far as it is written: by 意見の概要, by its words, by where the plan changes.</summary>
sealed class DeskAnswers(AppDbContext db) : DeskPapers
{
    /// <summary>Answers, of which a call has as many as it has groups, are read and looked through; the newest of more.</summary>
    const int ReadAtMost = 5_000;

    public override string Kind => "answer";

    protected override async Task<IReadOnlyList<DeskHit>> All(DeskLook look, CancellationToken ct)
    {
        var ids = look.Ids;
        var rows = await db.Responses.AsNoTracking().Where(r => ids.Contains(r.ConsultationId) && r.State != null).OrderByDescending(r => r.Id).Take(ReadAtMost)
            .Join(db.OpinionGroups, r => r.GroupId, g => g.Id, (r, g) => new { r.ConsultationId, r.Words, g.Number, g.Total }).ToListAsync(ct);
        return
        [
            .. rows.Select(r => (Row: r, Words: $"{r.Words.Summary}\n{r.Words.Text}\n{r.Words.Where}")).Where(r => look.Holds(SearchText.Fold(r.Words)))
                .Select(r => Hit(look, r.Row.ConsultationId, r.Row.Number, "", r.Words) with { Answer = r.Row.Number, Total = r.Row.Total }),
        ];
    }
}

/// <summary>議会・審議会の資料: by what it is called. Its words are those of the answers.</summary>
sealed class DeskPacks(AppDbContext db) : DeskPapers
{
    const int ReadAtMost = 2_000;

    public override string Kind => "pack";

    protected override async Task<IReadOnlyList<DeskHit>> All(DeskLook look, CancellationToken ct)
    {
        var ids = look.Ids;
        var rows = await db.Set<CouncilPack>().AsNoTracking().Where(p => ids.Contains(p.ConsultationId)).OrderByDescending(p => p.Id).Take(ReadAtMost)
            .Select(p => new { p.Id, p.ConsultationId, p.Name }).ToListAsync(ct);
        return [.. rows.AsEnumerable().Reverse().Select((p, place) => (Pack: p, Place: place + 1)).Where(p => look.Holds(SearchText.Fold(p.Pack.Name)))
            .Select(p => Hit(look, p.Pack.ConsultationId, p.Place, p.Pack.Name, "") with { Pack = p.Pack.Id })];
    }
}

/// <summary>What the city made of the opinions. How an opinion came is nothing that they have.</summary>
abstract class DeskPapers : IDeskSource
{
    /// <summary>Numbers of a consultation's answers and packs are below this: the two together are a rank.</summary>
    const long Numbers = 1_000_000_000;

    public abstract string Kind { get; }

    public async Task<DeskGroup> Search(DeskLook look, CancellationToken ct)
    {
        if (look.Channel is not null) return new(Kind, 0, true, [], null);
        var found = (await All(look, ct)).OrderBy(h => h.Rank).ToList();
        return await this.Page((Math.Min(found.Count, SearchGroup.MostCounted), found.Count <= SearchGroup.MostCounted), look, () =>
            Task.FromResult<IReadOnlyList<DeskHit>>([.. found.Where(h => look.After is null || h.Rank > look.After).Take(look.Limit + 1)]));
    }

    /// <summary>All that hold every term.</summary>
    protected abstract Task<IReadOnlyList<DeskHit>> All(DeskLook look, CancellationToken ct);

    protected static DeskHit Hit(DeskLook look, int consultation, int number, string title, string words) => new(
        (consultation * Numbers) + number, look.Within[consultation].Slug, look.Within[consultation].Title, title, Snippet.Around(words, look.Terms));
}
