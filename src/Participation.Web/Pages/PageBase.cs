using MediatR;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Participation.Application.People;
using Participation.Application.Spaces;
using Participation.Domain.Outcomes;
using Participation.Domain.People;
using Participation.Web.Api;
using Participation.Web.Words;

namespace Participation.Web.Pages;

/// <summary>What every page has: somebody to ask, words, and one way to take a no.</summary>
public abstract class PageBase : ComponentBase
{
    [Inject] protected IMediator Mediator { get; set; } = null!;
    [Inject] protected IStringLocalizer<PageWords> W { get; set; } = null!;
    [Inject] protected IStringLocalizer<RefusalWords> Why { get; set; } = null!;
    [Inject] protected NavigationManager Navigation { get; set; } = null!;
    [Inject] protected Caller Caller { get; set; } = null!;
    [CascadingParameter] protected HttpContext Http { get; set; } = null!;

    /// <summary>Asks for what the page is about. When it may not be seen the answer says so, and the page has nothing to show.</summary>
    protected async Task<T?> Load<T>(IRequest<Outcome<T>> request) where T : class
    {
        var outcome = await Mediator.Send(request, Http.RequestAborted);
        if (!outcome.Refused) return outcome.Value;
        if (outcome.Why.Kind is RefusalKind.Unauthenticated)
            Navigation.NavigateTo($"/account/sign-in?ReturnUrl={Uri.EscapeDataString(Http.Request.Path + Http.Request.QueryString)}");
        else if (outcome.Why.Kind is RefusalKind.NotFound)
            Navigation.NotFound();
        else if (outcome.Why.Kind is RefusalKind.Forbidden)
            Navigation.NavigateTo("/staff/not-allowed");
        else
            Http.Response.StatusCode = Problems.StatusOf(outcome.Why.Kind);
        return null;
    }

    /// <summary>
    /// All spaces there are, the newest first, for a field to choose one from. A select finds by typing in every browser, without a
    /// script; what a list leaves out nobody finds.
    /// </summary>
    protected async Task<IReadOnlyList<SpaceView>> LoadSpaces(bool theirs = false)
    {
        List<SpaceView> all = [];
        for (long? after = 0; after is { } from;)
        {
            if (await Load(new ListSpaces(from, 500) { NewestFirst = true, Theirs = theirs }) is not { } some) break;
            all.AddRange(some.Items);
            after = some.Next;
        }
        return all;
    }

    /// <summary>All offices, open and closed: none is missing among the choices.</summary>
    protected async Task<IReadOnlyList<OfficeView>> LoadOffices()
    {
        List<OfficeView> all = [];
        for (long? after = null; await Load(new ListOffices(after)) is { } some; after = some.Next)
        {
            all.AddRange(some.Items);
            if (some.Next is null) break;
        }
        return all;
    }

    /// <summary>
    /// The request posts that form. It then stands on the page to be answered, though nobody could begin with it by now: a form that is
    /// missing is no more than an error, and what was written in it is lost.
    /// </summary>
    protected bool IsPosted(string form) => Http.Request.HasFormContentType && Http.Request.Form["_handler"] == form;

    /// <summary>The sentence for a refusal or fault.</summary>
    protected string Say(Refusal refusal) => Why.Of(refusal.Code, refusal.Values);

    protected string Say(Fault fault) => Why.Of(fault.Code, fault.Values);
}
