using Microsoft.EntityFrameworkCore;
using Participation.Application.Plans;
using Participation.Data;
using Participation.Domain.Answering;
using Participation.Domain.Consultations;
using Participation.Domain.Grouping;
using Participation.Domain.Masking;
using Participation.Domain.Plans;

namespace Participation.Application.Answering;

/// <summary>All groups with their answers, in the order of the result: by heading, by the plan, the largest first.</summary>
sealed class PublishingItems(AppDbContext db)
{
    public async Task<IReadOnlyList<PublishingItem>> Of(Consultation consultation, PlanIndex plan, CancellationToken ct)
    {
        var groups = await db.OpinionGroups.AsNoTracking().Answered(consultation.Id).ToListAsync(ct);
        var responses = await db.Responses.AsNoTracking().Where(r => r.ConsultationId == consultation.Id).ToDictionaryAsync(r => r.GroupId, ct);
        var headings = await db.OutlineHeadings.AsNoTracking().Where(h => h.ConsultationId == consultation.Id && !h.Gone).ToDictionaryAsync(h => h.Id, ct);
        OutlineHeading? HeadingOf(OpinionGroup g) => g.HeadingId is { } id ? headings.GetValueOrDefault(id) : null;
        return
        [
            .. groups.Select(g => (Group: g, Heading: HeadingOf(g)))
                .OrderBy(g => g.Heading?.Place ?? int.MaxValue).ThenBy(g => g.Heading is null ? 0 : g.Group.Place)
                .ThenBy(g => plan.Section(g.Group.Section)?.Order ?? int.MaxValue).ThenByDescending(g => g.Group.Total).ThenBy(g => g.Group.Number)
                .Select(g => new PublishingItem(g.Group, responses.GetValueOrDefault(g.Group.Id), PlaceOf(plan, g.Group.Section))),
        ];
    }

    /// <summary>公表前の確認 of them.</summary>
    public async Task<PublishCheck> Check(Consultation consultation, PlanIndex plan, IReadOnlyList<PublishingItem> items, CancellationToken ct)
    {
        var masked = await db.Opinions.AsNoTracking().Where(o => o.ConsultationId == consultation.Id && o.Masks != null).Select(o => new { o.Text, o.Masks }).ToListAsync(ct);
        return PublishCheck.Of(
            consultation, [.. items.Select(i => i.Item)], await db.CountUnanswered(consultation.Id, ct), plan.Passages.Select(p => p.Anchor).ToHashSet(),
            MaskedWords.Of(masked.Select(o => (o.Text, o.Masks)), (await db.HiddenIn(consultation.Id, ct)).Words));
    }

    /// <summary>Each passage that answers change, by its anchor, with the numbers of their rows.</summary>
    public static IEnumerable<IGrouping<string, (int Row, PassageRewrite Change)>> Changed(IReadOnlyList<PublishingItem> items) =>
        items.SelectMany((item, i) => (item.Response?.Words.Rewrites ?? []).Select(change => (Row: i + 1, Change: change))).GroupBy(c => c.Change.Anchor);

    /// <summary>The words of the opinions that groups begin with, without what is masked: what stands for a summary that nobody has written.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> FirstWords(IReadOnlyList<PublishingItem> items, CancellationToken ct)
    {
        var ids = items.Where(i => string.IsNullOrEmpty(i.Response?.Words.Summary)).Select(i => i.Group.FirstId).ToList();
        return ids.Count is 0 ? new Dictionary<Guid, string>()
            : await db.Opinions.AsNoTracking().Where(o => ids.Contains(o.Id)).Select(o => new { o.Id, Text = o.Withheld == null ? o.MaskedText ?? o.Text : "" }).ToDictionaryAsync(o => o.Id, o => o.Text, ct);
    }

    /// <summary>該当箇所: chapter and section by number and title, as a paper names them.</summary>
    public static string PlaceOf(PlanIndex plan, string? anchor) =>
        string.Join("／", plan.PathTo(anchor).Select(section => $"{section.Number} {NoteMarks.Shown(section.Title)}".Trim()));
}

sealed record PublishingItem(OpinionGroup Group, Response? Response, string Place)
{
    public AnswerItem Item => new(Group.Number, Group.Total, Response);
}
