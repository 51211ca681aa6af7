using MediatR;
using Participation.Application.Answering;

namespace Participation.Web.Api;

/// <summary>/api/v1/consultations/{slug}/answers: the city's answers on their way to publication, and what was published.</summary>
static class AnswerApi
{
    public static void MapAnswers(this RouteGroupBuilder api)
    {
        var calls = api.MapGroup("/consultations/{slug}").WithTags("answers");
        calls.MapGet("/answers", async (HttpContext http, IMediator mediator, string slug, int? office, AnswerFilter? state, int after = 0, int limit = 50) =>
            (await mediator.Send(new ListAnswers(slug, office, state, after, limit), http.RequestAborted)).Answer(http));
        calls.MapGet("/answers/{number:int}", async (HttpContext http, IMediator mediator, string slug, int number) =>
            (await mediator.Send(new GetAnswer(slug, number), http.RequestAborted)).Answer(http));
        calls.MapPut("/answers/{number:int}", async (HttpContext http, IMediator mediator, string slug, int number, AnswerBody body) =>
            (await mediator.Send(new SaveAnswer(
                slug, new(number, body.Version), body.Summary ?? "", body.Text ?? "", body.Reflection, body.ChangesPlan, body.Where, body.Changes, body.ReusedFrom), http.RequestAborted)).Answer(http))
            .WithDescription("version: of the answer as it was read, 0 while nobody wrote. changes: passages of the plan and what they are to say; an empty text takes one out.");
        calls.MapPost("/answers/lay-out", async (HttpContext http, IMediator mediator, string slug) =>
            (await mediator.Send(new LayOutAnswers(slug), http.RequestAborted)).Answer(http));
        calls.MapPost("/answers/check", async (HttpContext http, IMediator mediator, string slug, DecisionBody body) =>
            (await mediator.Send(new CheckAnswers(slug, body.Answers ?? []), http.RequestAborted)).Answer(http));
        calls.MapPost("/answers/approve", async (HttpContext http, IMediator mediator, string slug, DecisionBody body) =>
            (await mediator.Send(new ApproveAnswers(slug, body.Answers ?? []), http.RequestAborted)).Answer(http));
        calls.MapPost("/answers/send-back", async (HttpContext http, IMediator mediator, string slug, DecisionBody body) =>
            (await mediator.Send(new SendBackAnswers(slug, body.Answers ?? [], body.Remark), http.RequestAborted)).Answer(http));
        calls.MapGet("/publication", async (HttpContext http, IMediator mediator, string slug) =>
            (await mediator.Send(new CheckPublication(slug), http.RequestAborted)).Answer(http));
        calls.MapPost("/publication", async (HttpContext http, IMediator mediator, string slug, PublicationBody? body) =>
            (await mediator.Send(new PublishResult(slug, body?.PersonalDataSeen ?? 0, body?.Reason), http.RequestAborted)).Answer(http))
            .WithDescription("All or nothing, once; later with a reason, which makes a new edition beside the old.");
        calls.MapGet("/result", async (HttpContext http, IMediator mediator, string slug, int? edition, int after = 0, int limit = 50) =>
            (await mediator.Send(new GetPublishedResult(slug, edition, after, limit), http.RequestAborted)).Answer(http))
            .WithDescription("The published table, page by page; the newest edition unless one is named.");
    }
}

sealed record AnswerBody(
    int Version, string? Summary, string? Text, string? Reflection, bool ChangesPlan, string? Where, IReadOnlyList<PassageWords>? Changes, Guid? ReusedFrom);

sealed record DecisionBody(IReadOnlyList<AnswerSeen>? Answers, string? Remark);

sealed record PublicationBody(int PersonalDataSeen, string? Reason);
