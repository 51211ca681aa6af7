using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Documents.Templates;
using Participation.Domain.Answering;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Papers;

/// <summary>市の様式を登録する: looked through by its content before it is kept.</summary>
[Audience(Audience.Staff)]
public sealed record AddTemplate(string? Name, byte[] File) : IRequest<Outcome<TemplateLine>>;

/// <summary>Takes one away. Papers that were made of it stay with whoever has them.</summary>
[Audience(Audience.Staff)]
public sealed record RemoveTemplate(Guid Id) : IRequest<Outcome<Done>>;

/// <summary>The city's own templates, by name.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record ListTemplates : IRequest<Outcome<IReadOnlyList<TemplateLine>>>;

/// <summary>One of them as it was put in, to be changed and put in anew.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record OpenTemplate(Guid Id) : IRequest<Outcome<TemplateFile>>;

public sealed record TemplateLine(Guid Id, string Name, IReadOnlyList<string> Places, DateTimeOffset AddedAt);

public sealed record TemplateFile(string Name, byte[] File);

sealed class TemplatesHandler(AppDbContext db, TimeProvider clock, Caller caller) :
    IRequestHandler<AddTemplate, Outcome<TemplateLine>>, IRequestHandler<RemoveTemplate, Outcome<Done>>,
    IRequestHandler<ListTemplates, Outcome<IReadOnlyList<TemplateLine>>>, IRequestHandler<OpenTemplate, Outcome<TemplateFile>>
{
    const int AtMost = 50;

    public async Task<Outcome<TemplateLine>> Handle(AddTemplate ask, CancellationToken ct)
    {
        if (await db.Set<PaperTemplate>().CountAsync(ct) >= AtMost) return Refusal.Conflict("list-too-long", AtMost);
        IReadOnlyList<string> places;
        try
        {
            places = DocxTemplate.Check(ask.File, TemplatePlaces.All);
        }
        catch (UnfitTemplateException unfit)
        {
            return Refusal.Invalid("file", unfit.Code, unfit.What.Length > 0 ? [unfit.What] : [DocxTemplate.LargestFile / 1024 / 1024]);
        }
        var template = PaperTemplate.Add(ask.Name, ask.File, places, caller.ActorId, clock.GetUtcNow());
        if (template.Refused) return template.Why;
        db.Add(template.Value);
        await db.SaveChangesAsync(ct);
        return new TemplateLine(template.Value.Id, template.Value.Name, places, template.Value.AddedAt);
    }

    public async Task<Outcome<Done>> Handle(RemoveTemplate ask, CancellationToken ct)
    {
        if (await db.Set<PaperTemplate>().SingleOrDefaultAsync(t => t.Id == ask.Id, ct) is not { } template) return Refusal.NotFound;
        template.Remove();
        db.Remove(template);
        await db.SaveChangesAsync(ct);
        return Done.It;
    }

    public async Task<Outcome<IReadOnlyList<TemplateLine>>> Handle(ListTemplates ask, CancellationToken ct) => Outcome<IReadOnlyList<TemplateLine>>.Of(
        await db.Set<PaperTemplate>().AsNoTracking().OrderBy(t => t.Name).ThenBy(t => t.Id).Take(AtMost).Select(t => new TemplateLine(t.Id, t.Name, t.Places, t.AddedAt)).ToListAsync(ct));

    public async Task<Outcome<TemplateFile>> Handle(OpenTemplate ask, CancellationToken ct) =>
        await db.Set<PaperTemplate>().AsNoTracking().Where(t => t.Id == ask.Id).Select(t => new TemplateFile(t.Name, t.File)).SingleOrDefaultAsync(ct) is { } file ? file : Refusal.NotFound;
}
