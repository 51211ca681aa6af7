using MediatR;
using Participation.Application.Consultations;
using Participation.Application.Papers;
using Participation.Web.Api;

namespace Participation.Web.Pages.Papers;

/// <summary>The city's templates as files: as they were put in, filled, and one to begin with.</summary>
static class TemplateFiles
{
    const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void MapTemplates(this IEndpointRouteBuilder app)
    {
        app.MapGet("/staff/templates/{id:guid}.docx", async (HttpContext http, IMediator mediator, Guid id) =>
        {
            var found = await mediator.Send(new OpenTemplate(id), http.RequestAborted);
            http.Response.Headers.CacheControl = "no-store";
            return found.Refused ? Problems.Of(found.Why, http) : Results.File(found.Value.File, Docx, $"{id}.docx");
        });
        app.MapGet("/staff/templates/sample.docx", (HttpContext http, IMediator mediator) =>
            ReportFile.Send(http, mediator, to => new WriteSampleTemplate(to), ReportFormat.Docx, "template"));
        app.MapGet("/staff/consultations/{slug}/papers/{id:guid}.docx", (HttpContext http, IMediator mediator, string slug, Guid id) =>
            ReportFile.Send(http, mediator, to => new WriteFromTemplate(slug, id, to), ReportFormat.Docx, $"{slug}-paper"));
    }
}
