using MediatR;
using Participation.Application.Consultations;

namespace Participation.Web.Api;

/// <summary>/api/v1/receipts: for whoever holds number and secret.</summary>
static class ReceiptApi
{
    public static void MapReceipts(this RouteGroupBuilder api)
    {
        var calls = api.MapGroup("/receipts").WithTags("receipts");
        calls.MapGet("/{number}", async (HttpContext http, IMediator mediator, string number, string? secret) =>
        {
            http.Response.Headers.CacheControl = "no-store";
            return (await mediator.Send(new LookUpReceipt(number, secret), http.RequestAborted)).Answer(http);
        });
        calls.MapPost("/{number}/withdrawal", async (HttpContext http, IMediator mediator, string number, string? secret) =>
            (await mediator.Send(new WithdrawSubmission(number, secret), http.RequestAborted)).Answer(http));
    }
}
