using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Participation.Application.Consultations;
using Participation.Application.Plans;
using Participation.Web.Api;

namespace Participation.Web.Pages.Consultations;

/// <summary>The opinions after a sequence as HTML alone: what a live page asks for when its reader wants to see the new ones.</summary>
static class OpinionsFragment
{
    public static async Task<IResult> Show(HttpContext http, IMediator mediator, string slug, long after = 0, string? section = null)
    {
        var opinions = await mediator.Send(new ListOpinions(slug, after, 100, section), http.RequestAborted);
        if (opinions.Refused) return Problems.Of(opinions.Why, http);
        var plan = await mediator.Send(new GetPlan(slug), http.RequestAborted);
        return new RazorComponentResult<OpinionList>(new Dictionary<string, object?>
        {
            [nameof(OpinionList.Slug)] = slug,
            [nameof(OpinionList.Opinions)] = opinions.Value.Items.Reverse().ToList(),
            [nameof(OpinionList.Plan)] = plan.Value,
        });
    }
}
