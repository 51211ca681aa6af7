using AutoMapper;
using AutoMapper.QueryableExtensions;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Grouping;
using Participation.Application.Live;
using Participation.Application.Pipeline;
using Participation.Application.Plans;
using Participation.Data;
using Participation.Domain.Consultations;
using Participation.Domain.Moderation;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Consultations;

/// <summary>Opinions as they may be shown now: oldest first after a sequence, or newest first before one.</summary>
/// <param name="Section">Only those on a section and what stands in it.</param>
/// <param name="Anchor">Only those on this passage.</param>
/// <param name="NewestFirst">Read downwards from <paramref name="Before"/> (from the newest when null).</param>
[Audience(Audience.Public)]
public sealed record ListOpinions(
    string Slug, long After = 0, int Limit = 50, string? Section = null, bool NewestFirst = false, long? Before = null,
    string? Anchor = null)
    : IRequest<Outcome<Page<OpinionRow>>>;

/// <summary>An opinion as everybody may see it: no name, no address.</summary>
/// <remarks>A class: AutoMapper 8 trips over the generic interface that every record has.</remarks>
public sealed class OpinionRow
{
    public long Sequence { get; init; }
    public DateTimeOffset ReceivedAt { get; init; }
    public Channel Channel { get; init; }
    public string? Anchor { get; init; }
    public string? Section { get; init; }
    public string? Quote { get; init; }
    /// <summary>Why the words are not shown; null where they are.</summary>
    public Withheld? Withheld { get; init; }
    public string? Topic { get; init; }
    public string Text { get; init; } = "";

    /// <summary>How many others say the same: word for word, or in a form letter.</summary>
    public int Alike { get; init; }
}

sealed class OpinionRowProfile : Profile
{
    public OpinionRowProfile()
    {
        // Given with each question, by this name: the map itself knows no database.
        IQueryable<AlikeOpinion> alike = null!;
        CreateMap<Opinion, OpinionRow>()
            .ForMember(row => row.Text, row => row.MapFrom(OpinionVisibility.PublicText))
            .ForMember(row => row.Alike, row => row.MapFrom(o => alike.Where(a => a.OpinionId == o.Id).Select(a => a.Others).FirstOrDefault()))
            .ForMember(row => row.Quote, row => row.MapFrom(OpinionVisibility.PublicQuote));
    }
}

sealed class ListOpinionsHandler(AppDbContext db, ConsultationCatalog catalog, FreshReads fresh, IConfigurationProvider maps, Caller caller)
    : IRequestHandler<ListOpinions, Outcome<Page<OpinionRow>>>
{
    public async Task<Outcome<Page<OpinionRow>>> Handle(ListOpinions ask, CancellationToken ct)
    {
        if (await catalog.Find(ask.Slug, ct) is not var (consultation, plan)) return Refusal.NotFound;
        var limit = Paging.Bound(ask.Limit);
        // The newest are what everybody looks at, and the same for all.
        return ask is { NewestFirst: true, Before: null, Section: null, Anchor: null }
            ? await fresh.Get((nameof(ListOpinions), consultation.Id, limit), () => Read(ask, limit, consultation, plan, ct))
            : await Read(ask, limit, consultation, plan, ct);
    }

    async Task<Page<OpinionRow>> Read(ListOpinions ask, int limit, Consultation consultation, PlanIndex plan, CancellationToken ct)
    {
        var opinions = db.Opinions.AsNoTracking().VisibleTo(caller).Counted().Where(o => o.ConsultationId == consultation.Id);
        if (ask.Section is { } section)
        {
            var sections = plan.Within(section);
            opinions = opinions.Where(o => sections.Contains(o.Section!));
        }
        if (ask.Anchor is { } anchor) opinions = opinions.Where(o => o.Anchor == anchor);
        var rows = ask.NewestFirst
            ? opinions.Where(o => o.Sequence < (ask.Before ?? long.MaxValue)).OrderByDescending(o => o.Sequence)
            : opinions.Where(o => o.Sequence > ask.After).OrderBy(o => o.Sequence);
        return Page.Of(await rows.Take(limit + 1).ProjectTo<OpinionRow>(maps, new { alike = db.Alike() }).ToListAsync(ct), limit, o => o.Sequence);
    }
}
