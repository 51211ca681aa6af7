using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Participation.Domain.Outcomes;
using Participation.Web.Words;

namespace Participation.Web.Api;

/// <summary>The one place where a refusal becomes HTTP.</summary>
static class Problems
{
    /// <summary>application/problem+json with <c>type: urn:participation:CODE</c> and every field at fault, in the reader's language.</summary>
    public static IResult Of(Refusal refusal, HttpContext http, int? status = null)
    {
        var words = http.RequestServices.GetRequiredService<IStringLocalizer<RefusalWords>>();
        var problem = new ProblemDetails
        {
            Type = $"urn:participation:{refusal.Code}",
            Title = words.Of(refusal.Code, refusal.Values),
            Status = status ?? StatusOf(refusal.Kind),
            Instance = http.Request.Path,
        };
        if (refusal.Faults.Count > 0)
            problem.Extensions["errors"] = refusal.Faults
                .Select(fault => new { field = fault.Field, code = fault.Code, message = words.Of(fault.Code, fault.Values) });
        return Results.Problem(problem);
    }

    /// <summary>For an answer that left without a body: no such address, a method it doesn't know.</summary>
    public static Task AnswerEmpty(StatusCodeContext context)
    {
        var http = context.HttpContext;
        var refusal = http.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => Refusal.NotFound,
            StatusCodes.Status415UnsupportedMediaType => new Refusal(RefusalKind.Invalid, "media-type"),
            _ => new Refusal(RefusalKind.Invalid, "unreadable"),
        };
        return Of(refusal, http, http.Response.StatusCode).ExecuteAsync(http);
    }

    public static int StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.Invalid => StatusCodes.Status400BadRequest,
        RefusalKind.Unauthenticated => StatusCodes.Status401Unauthorized,
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.KeyReused => StatusCodes.Status422UnprocessableEntity,
        RefusalKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        RefusalKind.TooOften => StatusCodes.Status429TooManyRequests,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The value as JSON, or the refusal as a problem.</summary>
    public static IResult Answer<T>(this Outcome<T> outcome, HttpContext http, int status = StatusCodes.Status200OK) =>
        outcome.Refused ? Of(outcome.Why, http) : Results.Json(outcome.Value, statusCode: status);
}
