using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Answering;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Data.Audit;
using Participation.Documents.Templates;
using Participation.Domain.Answering;
using Participation.Domain.Audit;
using Participation.Domain.Outcomes;

namespace Participation.Application.Papers;

/// <summary>市の様式で書き出す: a template of the city's, filled with what was published, or before that with the answers as they stand.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record WriteFromTemplate(string Slug, Guid Template, Stream To) : IRequest<Outcome<Done>>;

sealed class WriteFromTemplateHandler(AppDbContext db, AnswerDesk desk, PaperSource source, AuditTrail audit) : IRequestHandler<WriteFromTemplate, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(WriteFromTemplate ask, CancellationToken ct)
    {
        var entered = await desk.Enter(ask.Slug, ct);
        if (entered.Refused) return entered.Why;
        if (await db.Set<PaperTemplate>().AsNoTracking().SingleOrDefaultAsync(t => t.Id == ask.Template, ct) is not { } template) return Refusal.NotFound;
        var found = await source.Of(entered.Value, ct);
        if (found.Refused) return found.Why;
        var (data, consultation) = (found.Value, entered.Value.Consultation);
        if (TemplatePlaces.HasTooMany(template.Places, data)) return Refusal.Conflict("template-too-long", TemplatePlaces.RowsAtMost);
        var fillings = await TemplatePlaces.Fill(template.Places, data, () => source.All(data, ct), ct);
        await TemplateFilling.Write(ask.To, template.File, $"{consultation.Title}　{template.Name}{(data.Draft ? "（案）" : "")}", data.Made, fillings, ct);
        if (data.Draft) await audit.Note(new Act("paper.drafted", consultation.Stream, $$"""{"template":"{{template.Id}}"}"""), desk.Actor, ct);
        return Done.It;
    }
}
