using MediatR;
using Participation.Application.Pipeline;
using Participation.Documents.Docx;
using Participation.Documents.Reports;
using Participation.Domain.Outcomes;

namespace Participation.Application.Papers;

/// <summary>A template with every place in it, to be made into a city's own.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record WriteSampleTemplate(Stream To) : IRequest<Outcome<Done>>;

sealed class WriteSampleTemplateHandler(TimeProvider clock) : IRequestHandler<WriteSampleTemplate, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(WriteSampleTemplate ask, CancellationToken ct)
    {
        var blocks = TemplatePlaces.All.SelectMany(place => place.IsTable
            ? new PaperBlock[] { new PaperHeading(place.Name), new PaperLine(Mark(place.Name)) } : [new PaperLine($"{place.Name}　{Mark(place.Name)}")]);
        await DocxPaper.Write(ask.To, new("市の様式の見本", [.. blocks], clock.GetUtcNow()), ct);
        return Done.It;
    }

    static string Mark(string name) => $"{{{{{name}}}}}";
}
