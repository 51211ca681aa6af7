using MediatR;
using Microsoft.AspNetCore.Mvc;
using Participation.Application.Search;
using Participation.Domain.Consultations;

namespace Participation.Web.Api;

/// <summary>/api/v1/search: the same search as the page's.</summary>
static class SearchApi
{
    const string Description =
        "Every word must be there; words in quotes are one. Full and half width, katakana and hiragana, capital and small letters and "
        + "long vowel marks are not told apart. Without a kind the first of each are given; with one (consultation, plan, opinion, series) that kind "
        + "alone, and `next` is the `after` of its next page. Counts stop at 1000 (`countedAll` is false).";

    public static void MapSearch(this RouteGroupBuilder api)
    {
        MapPublic(api);
        api.MapGet("/staff/search", async (HttpContext http, IMediator mediator, string? q, string? kind, string? consultation, string? channel, long? after, int limit = 10) =>
            (await mediator.Send(new SearchDesk(q, kind, consultation, QueryWords.Named<Channel>(channel), after, limit), http.RequestAborted)).Answer(http))
            .WithTags("search").WithSummary("Staff's own search: submissions, opinions shown or not, groups, plans, consultations.")
            .Produces<DeskSearchResult>().Produces<ProblemDetails>(StatusCodes.Status401Unauthorized, "application/problem+json");
    }

    static void MapPublic(RouteGroupBuilder api) => api
        .MapGet("/search", async (HttpContext http, IMediator mediator, string? q, string? kind, long? after, int limit = 10) =>
        {
            var found = await mediator.Send(new SearchSite(q, kind, after, limit), http.RequestAborted);
            return found.Refused ? Problems.Of(found.Why, http) : Results.Json(new SearchAnswer(found.Value.Groups));
        })
        .WithTags("search").WithSummary("Finds consultations, passages of plans, opinions that may be shown and workshop series.").WithDescription(Description)
        .Produces<SearchAnswer>().Produces<ProblemDetails>(StatusCodes.Status400BadRequest, "application/problem+json");
}

sealed record SearchAnswer(IReadOnlyList<SearchGroup> Groups);
