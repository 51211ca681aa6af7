using MediatR;
using Participation.Application.Sites;
using Participation.Domain.Outcomes;
using Participation.Domain.Sites;

namespace Participation.Web.Api;

/// <summary>/api/v1/site: the site's face.</summary>
static class SiteApi
{
    public static void MapSite(this RouteGroupBuilder api)
    {
        var calls = api.MapGroup("/site").WithTags("site");
        calls.MapGet("", async (HttpContext http, IMediator mediator) => (await mediator.Send(new GetSite(), http.RequestAborted)).Answer(http));
        calls.MapPut("", async (HttpContext http, IMediator mediator, SiteSettings body, int? version) =>
            (await mediator.Send(new SaveSite(body, version), http.RequestAborted)).Answer(http));
        calls.MapPut("/mark", SaveMark).Accepts<byte[]>("image/png", "image/jpeg");
        calls.MapDelete("/mark", async (HttpContext http, IMediator mediator) =>
            (await mediator.Send(new SaveSiteMark(null), http.RequestAborted)).Answer(http));
    }

    static async Task<IResult> SaveMark(HttpContext http, IMediator mediator)
    {
        if (http.Request.ContentLength > MarkImage.BytesAtMost) return Problems.Of(Refusal.Invalid("mark", "image-too-large", MarkImage.BytesAtMost / 1024), http);
        using var image = new MemoryStream();
        await http.Request.Body.CopyToAsync(image, http.RequestAborted);
        return (await mediator.Send(new SaveSiteMark(image.ToArray()), http.RequestAborted)).Answer(http);
    }
}
