using MediatR;
using Microsoft.AspNetCore.Mvc;
using Participation.Application.Spaces;
using Participation.Domain.Outcomes;
using Participation.Domain.Spaces;
using Participation.Domain.Wording;

namespace Participation.Web.Api;

/// <summary>/api/v1/spaces: processes, their phases and calendars.</summary>
static class SpaceApi
{
    public static void MapSpaces(this RouteGroupBuilder api)
    {
        var calls = api.MapGroup("/spaces").WithTags("spaces");
        calls.MapGet("", async (HttpContext http, IMediator mediator, long after = 0, int limit = 50) =>
            (await mediator.Send(new ListSpaces(after, limit), http.RequestAborted)).Answer(http));
        calls.MapGet("/{slug}", async (HttpContext http, IMediator mediator, string slug) =>
            (await mediator.Send(new GetSpace(slug), http.RequestAborted)).Answer(http));
        calls.MapPut("/{slug}", async (HttpContext http, IMediator mediator, string slug, SaveSpace body, [FromHeader(Name = "Idempotency-Key")] string? key) =>
            (await mediator.Send(body with { Slug = slug, Key = key }, http.RequestAborted)).Answer(http));
        calls.MapPut("/{slug}/translations", async (HttpContext http, IMediator mediator, string slug, IReadOnlyList<Translation> body) =>
            (await mediator.Send(new TranslateSpace(slug, body), http.RequestAborted)).Answer(http))
            .WithDescription("All translations of the space: language en or ja-easy; field title, summary, decidedBy, office, phases[NAME], mechanisms[NAME] or notes[NOTE].");
        calls.MapGet("/{slug}/timeline", ReadTimeline);
        calls.MapPut("/{slug}/timeline", ImportTimeline).Accepts<string>("text/csv");
        calls.MapGet("/{slug}/attendance", async (HttpContext http, IMediator mediator, string slug) =>
            (await mediator.Send(new GetAttendance(slug), http.RequestAborted)).Answer(http));
        calls.MapPut("/{slug}/attendance", ImportAttendance).Accepts<string>("text/csv")
            .WithDescription("How many came to each meeting: region,venue,date,attendees. A row without a region goes on with the one above it.");
    }

    static async Task<IResult> ImportAttendance(HttpContext http, IMediator mediator, string slug)
    {
        if (http.Request.ContentType?.StartsWith("text/csv", StringComparison.OrdinalIgnoreCase) is not true)
            return Problems.Of(new Refusal(RefusalKind.Invalid, "media-type"), http);
        using var file = new MemoryStream();
        await http.Request.Body.CopyToAsync(file, http.RequestAborted);
        return (await mediator.Send(new ImportAttendance(slug, file.ToArray()), http.RequestAborted)).Answer(http);
    }

    static async Task<IResult> ReadTimeline(HttpContext http, IMediator mediator, string slug)
    {
        var found = await mediator.Send(new GetSpace(slug), http.RequestAborted);
        return found.Refused ? Problems.Of(found.Why, http) : Results.Ok(new TimelineView(slug, found.Value.Space.ChangedAt, found.Value.Space.Timeline));
    }

    static async Task<IResult> ImportTimeline(HttpContext http, IMediator mediator, string slug, [FromHeader(Name = "Idempotency-Key")] string? key)
    {
        if (http.Request.ContentType?.StartsWith("text/csv", StringComparison.OrdinalIgnoreCase) is not true)
            return Problems.Of(new Refusal(RefusalKind.Invalid, "media-type"), http);
        using var file = new MemoryStream();
        await http.Request.Body.CopyToAsync(file, http.RequestAborted);
        return (await mediator.Send(new ImportTimeline(slug, file.ToArray()) { Key = key }, http.RequestAborted)).Answer(http);
    }
}

/// <summary>A space's calendar alone. A day is 2025-12-25, a month whose day is not known 2025-12.</summary>
sealed record TimelineView(string Slug, DateTimeOffset ChangedAt, IReadOnlyList<TimelineEntry> Items);
