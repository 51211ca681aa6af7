using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Boards;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Boards;

/// <summary>Keeps columns under a name for the next session; under a name that is there, in place of its columns.</summary>
[Audience(Audience.Facilitator)]
public sealed record SaveBoardTemplate(string? Name, string? Space, IReadOnlyList<string> Columns) : IRequest<Outcome<Done>>;

/// <summary>Sessions that were opened with it stay as they are.</summary>
[Audience(Audience.Facilitator)]
public sealed record RemoveBoardTemplate(int Id) : IRequest<Outcome<Done>>;

/// <summary>The templates that the caller may use: the site's, and those of spaces whose sessions they run.</summary>
[Audience(Audience.Facilitator)]
public sealed record ListBoardTemplates : IRequest<Outcome<IReadOnlyList<BoardTemplateView>>>;

/// <param name="Mine">The caller may remove it.</param>
public sealed record BoardTemplateView(int Id, string Name, string? Space, IReadOnlyList<string> Columns, bool Mine);

sealed class TemplatesHandler(AppDbContext db, Caller caller) : IRequestHandler<SaveBoardTemplate, Outcome<Done>>,
    IRequestHandler<RemoveBoardTemplate, Outcome<Done>>, IRequestHandler<ListBoardTemplates, Outcome<IReadOnlyList<BoardTemplateView>>>
{
    public async Task<Outcome<Done>> Handle(SaveBoardTemplate ask, CancellationToken ct)
    {
        if (!caller.MayFacilitate(ask.Space)) return Refusal.NotAllowed;
        var made = SavedTemplate.Of(ask.Name, ask.Space, ask.Columns);
        if (made.Refused) return made.Why;
        var known = await db.SavedTemplates.Where(t => t.Space == ask.Space).ToListAsync(ct);
        if (known.Find(t => t.Name == made.Value.Name) is { } same) same.Take(ask.Columns);
        else if (known.Count >= SavedTemplate.AtMost) return Refusal.Invalid("template", "list-too-long", SavedTemplate.AtMost);
        else db.Add(made.Value);
        await db.SaveChangesAsync(ct);
        return Done.It;
    }

    public async Task<Outcome<Done>> Handle(RemoveBoardTemplate ask, CancellationToken ct)
    {
        if (await db.SavedTemplates.SingleOrDefaultAsync(t => t.Id == ask.Id, ct) is not { } template) return Refusal.NotFound;
        if (!caller.MayFacilitate(template.Space)) return Refusal.NotAllowed;
        db.Remove(template);
        await db.SaveChangesAsync(ct);
        return Done.It;
    }

    public async Task<Outcome<IReadOnlyList<BoardTemplateView>>> Handle(ListBoardTemplates ask, CancellationToken ct)
    {
        var everywhere = caller.MayFacilitate(null);
        var spaces = caller.SpaceRoles.Where(r => caller.MayFacilitate(r.Space)).Select(r => r.Space).ToArray();
        var found = await db.SavedTemplates.AsNoTracking().Where(t => everywhere || t.Space == null || spaces.Contains(t.Space)).OrderBy(t => t.Name).ThenBy(t => t.Id).ToListAsync(ct);
        return Outcome<IReadOnlyList<BoardTemplateView>>.Of([.. found.Select(t => new BoardTemplateView(t.Id, t.Name, t.Space, t.Columns, caller.MayFacilitate(t.Space)))]);
    }
}
